import { useRouter } from '@tarojs/taro'
import { GroupsScreen } from '@/features/consultations/opinion/groups/groups-screen'

const OpinionPage = () => <GroupsScreen id={useRouter().params.id ?? ''} />

export default OpinionPage
