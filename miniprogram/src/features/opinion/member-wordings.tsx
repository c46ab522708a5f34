import { Page } from '@/components/page'
import { EmptyState } from '@/components/states'

/** The CPPCC member's second tab: de-identified wording. */
export const MemberWordings = () => (
  <Page title="原话" root>
    <EmptyState title="还没有内容" />
  </Page>
)
