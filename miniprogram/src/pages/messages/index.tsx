import { useTabs } from '@/features/home/use-tabs'
import { MessageList } from '@/features/notifications/message-list'

const MessagesPage = () => {
  useTabs()
  return <MessageList />
}

export default MessagesPage
