import { ChatScreen } from '@/features/talk/chat-screen'

const ChatPage = () => <ChatScreen />

export default ChatPage
