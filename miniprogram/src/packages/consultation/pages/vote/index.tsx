import { useRouter } from '@tarojs/taro'
import { VoteScreen } from '@/features/consultations/opinion/vote/vote-screen'

const VotePage = () => <VoteScreen id={useRouter().params.id ?? ''} />

export default VotePage
