import { useRouter } from '@tarojs/taro'
import { SignalScreen } from '@/features/insight/read/signal-screen'

const SignalPage = () => <SignalScreen id={useRouter().params.id ?? ''} />

export default SignalPage
