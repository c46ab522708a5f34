import { useTabs } from '@/features/home/use-tabs'
import { MeScreen } from '@/features/me/me-screen'

const MePage = () => {
  useTabs()
  return <MeScreen />
}

export default MePage
