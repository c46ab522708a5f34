import { useRouter } from '@tarojs/taro'
import { AnswersScreen } from '@/features/answers/public/answers-screen'

const AnswersPage = () => <AnswersScreen region={useRouter().params.region} />

export default AnswersPage
