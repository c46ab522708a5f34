import { useRouter } from '@tarojs/taro'
import { StaffPaperScreen } from '@/features/workbench/papers/screens'

const StaffPaperPage = () => {
  const { id = '', case: caseId = '' } = useRouter().params
  return <StaffPaperScreen id={id} caseId={caseId} />
}

export default StaffPaperPage
