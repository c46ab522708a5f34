import { useTabs } from '@/features/home/use-tabs'

const CasesPage = () => {
  const { second } = useTabs()
  return <second.Feature />
}

export default CasesPage
