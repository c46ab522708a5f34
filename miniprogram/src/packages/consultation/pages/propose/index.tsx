import { useRouter } from '@tarojs/taro'
import { ProposeScreen } from '@/features/consultations/propose/propose-screen'

const ProposePage = () => {
  const { signal, title } = useRouter().params
  return <ProposeScreen signalId={signal} title={title} />
}

export default ProposePage
