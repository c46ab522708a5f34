import { useTabs } from '@/features/home/use-tabs'

const HomePage = () => {
  const { first } = useTabs()
  return <first.Feature />
}

export default HomePage
