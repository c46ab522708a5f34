import { Page } from '@/components/page'
import { EmptyState } from '@/components/states'

/** The administrator's second tab: people with roles. */
export const AdminStaff = () => (
  <Page title="人员" root>
    <EmptyState title="还没有内容" />
  </Page>
)
