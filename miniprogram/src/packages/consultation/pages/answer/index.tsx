import { useRouter } from '@tarojs/taro'
import { AnswerScreen } from '@/features/answers/public/answer-screen'

const AnswerPage = () => <AnswerScreen id={useRouter().params.id ?? ''} />

export default AnswerPage
