import { VerifyScreen } from '@/features/papers/verify-screen'

const VerifyPage = () => <VerifyScreen />

export default VerifyPage
