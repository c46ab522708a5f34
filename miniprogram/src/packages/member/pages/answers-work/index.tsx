import { DraftsScreen } from '@/features/answers/office/drafts-screen'

const AnswersWorkPage = () => <DraftsScreen />

export default AnswersWorkPage
