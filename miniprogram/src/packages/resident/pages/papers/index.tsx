import { PapersScreen } from '@/features/papers/papers-screen'

const PapersPage = () => <PapersScreen />

export default PapersPage
