import { SignScreen } from '@/features/papers/sign-screen'

const SignPage = () => <SignScreen />

export default SignPage
