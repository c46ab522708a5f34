import { PaperScreen } from '@/features/papers/paper-screen'

const PaperPage = () => <PaperScreen />

export default PaperPage
