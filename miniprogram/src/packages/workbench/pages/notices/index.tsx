import { NoticesScreen } from '@/features/workbench/notices/notices-screen'

const NoticesPage = () => <NoticesScreen />

export default NoticesPage
