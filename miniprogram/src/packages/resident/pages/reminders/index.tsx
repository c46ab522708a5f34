import { RemindersScreen } from '@/features/notifications/reminders-screen'

const RemindersPage = () => <RemindersScreen />

export default RemindersPage
