import { Page } from '@/components/page'
import { EmptyState } from '@/components/states'

/** The CPPCC member's first tab: what people bring, in numbers. */
export const MemberHome = () => (
  <Page title="社情民意" root>
    <EmptyState title="还没有内容" />
  </Page>
)
