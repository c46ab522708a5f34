import { Page } from '@/components/page'
import { EmptyState } from '@/components/states'

/** The resident's first tab. */
export const ResidentHome = () => (
  <Page title="首页" root>
    <EmptyState title="还没有内容" />
  </Page>
)
