import { FollowUpScreen } from '@/features/feedback/follow-up-screen'

const FollowUpPage = () => <FollowUpScreen />

export default FollowUpPage
