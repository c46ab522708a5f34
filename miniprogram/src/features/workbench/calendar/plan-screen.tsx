import { Page } from '@/components/page'
import { ErrorState, Loading } from '@/components/states'
import { useCall } from '@/lib/query'
import { FollowUpPlanEditor } from '../centre/follow-up-plan'
import { texts as centreTexts } from '../centre/texts'
import { TiesEditor } from '../centre/ties-editor'
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

const PARTS = {
  hours: { title: texts.hours, Editor: Hours },
  desk: { title: texts.desk, Editor: Desk },
  ties: { title: centreTexts.tiesTitle, Editor: TiesEditor },
  followUps: { title: centreTexts.planTitle, Editor: FollowUpPlanEditor },
}
const isPart = (part: string): part is keyof typeof PARTS => part in PARTS

/** Changes the working hours, what comes to the desk, what one is close to, or when a centre follows up. */
export const PlanScreen = ({ part }: { part: string }) => {
  const { title, Editor } = PARTS[isPart(part) ? part : 'hours']
  return (
    <Page title={title}>
      <Editor />
    </Page>
  )
}
