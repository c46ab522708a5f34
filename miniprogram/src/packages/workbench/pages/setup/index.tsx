import { useRouter } from '@tarojs/taro'
import { SetupScreen } from '@/features/admin/setup-screen'

const SetupPage = () => <SetupScreen part={useRouter().params.part ?? 'organisations'} />

export default SetupPage
