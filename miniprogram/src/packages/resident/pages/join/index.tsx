import { JoinScreen } from '@/features/parties/join-screen'

const JoinPage = () => <JoinScreen />

export default JoinPage
