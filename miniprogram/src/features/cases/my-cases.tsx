import { Page } from '@/components/page'
import { EmptyState } from '@/components/states'

/** The resident's second tab: my cases. */
export const MyCases = () => (
  <Page title="我的事项" root>
    <EmptyState title="还没有内容" />
  </Page>
)
