import { Page } from '@/components/page'
import { EmptyState } from '@/components/states'

/** The staff's first tab: the inbox by deadline. */
export const StaffHome = () => (
  <Page title="我的待办" root>
    <EmptyState title="还没有内容" />
  </Page>
)
