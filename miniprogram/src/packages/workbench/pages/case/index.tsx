import { useRouter } from '@tarojs/taro'
import { StaffCaseScreen } from '@/features/workbench/case/staff-case-screen'

const StaffCasePage = () => {
  const { id = '', do: intent } = useRouter().params
  return <StaffCaseScreen id={id} intent={intent} />
}

export default StaffCasePage
