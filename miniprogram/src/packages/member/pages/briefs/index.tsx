import { useRouter } from '@tarojs/taro'
import { BriefsScreen } from '@/features/briefs/list/briefs-screen'

const BriefsPage = () => <BriefsScreen view={useRouter().params.view} />

export default BriefsPage
