import { useRouter } from '@tarojs/taro'
import { BriefScreen } from '@/features/briefs/read/brief-screen'

const BriefPage = () => <BriefScreen id={useRouter().params.id ?? ''} />

export default BriefPage
