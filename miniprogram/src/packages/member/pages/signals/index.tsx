import { SignalsScreen } from '@/features/insight/list/signals-screen'

export default SignalsScreen
