import { useRouter } from '@tarojs/taro'
import { OpinionDetail } from '@/features/opinion/detail/opinion-detail'

const OpinionPage = () => {
  const { region, weeks } = useRouter().params
  return <OpinionDetail regionCode={region} weeks={Number(weeks ?? 12)} />
}

export default OpinionPage
