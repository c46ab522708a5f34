import { Page } from '@/components/page'
import { ErrorState, Loading } from '@/components/states'
import { useCall } from '@/lib/query'
import { texts } from '../texts'
import { DeskEditor } from './desk-editor'
import { HoursEditor } from './hours-editor'
import '../workbench.css'

const Hours = () => {
  const plan = useCall('workingPlan.get', {})
  if (plan.isPending) return <Loading />
  if (plan.isError) return <ErrorState error={plan.error} onRetry={() => void plan.refetch()} />
  return <HoursEditor plan={plan.data} />
}

const Desk = () => {
  const desk = useCall('desk.get', {})
  if (desk.isPending) return <Loading />
  if (desk.isError) return <ErrorState error={desk.error} onRetry={() => void desk.refetch()} />
  return <DeskEditor desk={desk.data} />
}

/** Changes the working hours, or what comes to the desk. */
export const PlanScreen = ({ part }: { part: string }) => (
  <Page title={part === 'desk' ? texts.desk : texts.hours}>{part === 'desk' ? <Desk /> : <Hours />}</Page>
)
