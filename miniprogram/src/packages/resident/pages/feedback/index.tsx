import { FeedbackScreen } from '@/features/feedback/feedback-screen'

const FeedbackPage = () => <FeedbackScreen />

export default FeedbackPage
