import { useRouter } from '@tarojs/taro'
import { WritePaperScreen } from '@/features/workbench/papers/screens'

const WritePaperPage = () => {
  const { case: caseId = '', kind, id } = useRouter().params
  return <WritePaperScreen caseId={caseId} kind={kind} id={id} />
}

export default WritePaperPage
