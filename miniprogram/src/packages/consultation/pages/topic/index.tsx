import { useRouter } from '@tarojs/taro'
import { linkFrom } from '@/features/consultations/links'
import { TopicScreen } from '@/features/consultations/topic/topic-screen'

const TopicPage = () => <TopicScreen link={linkFrom(useRouter().params)} />

export default TopicPage
