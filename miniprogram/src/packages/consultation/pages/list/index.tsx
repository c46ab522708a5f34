import { useRouter } from '@tarojs/taro'
import { ListScreen } from '@/features/consultations/list/list-screen'

const ListPage = () => {
  const { view, id } = useRouter().params
  return <ListScreen view={view} id={id} />
}

export default ListPage
