import { CaseScreen } from '@/features/cases/case-screen'

const CasePage = () => <CaseScreen />

export default CasePage
