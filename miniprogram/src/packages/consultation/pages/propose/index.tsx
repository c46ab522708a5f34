import { useRouter } from '@tarojs/taro'
import { ProposeScreen } from '@/features/consultations/propose/propose-screen'
import { wordsFrom } from '@/lib/navigate'

const ProposePage = () => {
  const { signal, title } = useRouter().params
  return <ProposeScreen signalId={signal} title={wordsFrom(title)} />
}

export default ProposePage
