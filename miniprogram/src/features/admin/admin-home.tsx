import { Page } from '@/components/page'
import { EmptyState } from '@/components/states'

/** The administrator's first tab: invitations. */
export const AdminHome = () => (
  <Page title="邀请" root>
    <EmptyState title="还没有内容" />
  </Page>
)
