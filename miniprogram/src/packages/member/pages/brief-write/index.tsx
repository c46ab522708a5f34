import { useRouter } from '@tarojs/taro'
import { WriteScreen } from '@/features/briefs/write/write-screen'
import { wordsFrom } from '@/lib/navigate'

/** `id` of a brief that is being written; or what a new one begins from. */
const BriefWritePage = () => {
  const { id, signal, consultation, title, region } = useRouter().params
  return <WriteScreen id={id} source={{ signalId: signal, consultationId: consultation, title: wordsFrom(title), regionCode: region }} />
}

export default BriefWritePage
