import { SubmitScreen } from '@/features/submit/submit-screen'

const SubmitPage = () => <SubmitScreen />

export default SubmitPage
