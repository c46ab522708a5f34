import { useRouter } from '@tarojs/taro'
import { PlanScreen } from '@/features/workbench/calendar/plan-screen'

const PlanPage = () => <PlanScreen part={useRouter().params.part ?? 'hours'} />

export default PlanPage
