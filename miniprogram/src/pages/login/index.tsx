import { LoginScreen } from '@/features/login/login-screen'

const LoginPage = () => <LoginScreen />

export default LoginPage
