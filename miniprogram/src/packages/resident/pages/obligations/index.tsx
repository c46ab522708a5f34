import { ObligationsScreen } from '@/features/obligations/obligations-screen'

const ObligationsPage = () => <ObligationsScreen />

export default ObligationsPage
