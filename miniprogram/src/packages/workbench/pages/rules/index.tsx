import { useRouter } from '@tarojs/taro'
import { RulesScreen } from '@/features/workbench/rules/rules-screen'

const RulesPage = () => <RulesScreen part={useRouter().params.part ?? 'routing'} />

export default RulesPage
