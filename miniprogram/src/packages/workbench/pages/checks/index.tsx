import { ChecksScreen } from '@/features/workbench/centre/checks-screen'

export default ChecksScreen
