import { Page } from '@/components/page'
import { EmptyState } from '@/components/states'

/** Everything that the app has told the person. */
export const MessageList = () => (
  <Page title="消息" root>
    <EmptyState title="还没有内容" />
  </Page>
)
