import { useRouter } from '@tarojs/taro'
import { WriteScreen } from '@/features/answers/office/write-screen'

const AnswerWritePage = () => <WriteScreen id={useRouter().params.id ?? ''} />

export default AnswerWritePage
