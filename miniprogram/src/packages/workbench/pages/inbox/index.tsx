import { useRouter } from '@tarojs/taro'
import { ListsScreen } from '@/features/workbench/inbox/lists-screen'

const ListsPage = () => <ListsScreen section={useRouter().params.section ?? 'region'} />

export default ListsPage
