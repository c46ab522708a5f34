import { ScanScreen } from '@/features/login/scan-screen'

const ScanPage = () => <ScanScreen />

export default ScanPage
