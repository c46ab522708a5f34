import { CATEGORIES } from '@shared/cases/categories'
import type { WorkingPlan } from '@shared/mediation/schemas'
import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Chip } from '@/components/chip'
import { Entry } from '@/components/entry'
import { open } from '@/lib/navigate'
import { useCall } from '@/lib/query'
import { texts } from '../texts'
import { useViews } from '../views'
import { FeedCard } from './feed-card'

const hoursOf = (plan: WorkingPlan, weekday: number): string =>
  plan.hours
    .filter((span) => span.weekday === weekday)
    .map(({ from, to }) => `${from}–${to}`)
    .join('，')

const HoursCard = ({ plan }: { plan: WorkingPlan }) => (
  <Card>
    <View className="h-head">
      <Text>{texts.hours}</Text>
    </View>
    <Text className="h-note">{plan.hours.length > 0 ? texts.hoursNote : texts.noHours}</Text>
    {texts.weekdays.map((name, index) => (
      <View className="h-row w-line" key={name}>
        <Text className="w-weekday">{name}</Text>
        <Text className={hoursOf(plan, index + 1) ? '' : 'h-note'}>{hoursOf(plan, index + 1) || texts.off}</Text>
      </View>
    ))}
    <Button look="ghost" onPress={() => open('plan', { part: 'hours' })}>
      {texts.editHours}
    </Button>
  </Card>
)

const DeskCard = () => {
  const desk = useCall('desk.get', {}, { enabled: useViews().desk })
  if (!desk.data) return null
  const { categories, open: isOpen, load, capacity } = desk.data
  const names = CATEGORIES.filter(({ code }) => categories.includes(code)).map(({ name }) => name)
  return (
    <Card>
      <View className="h-row spread">
        <Text className="h-head">{texts.desk}</Text>
        <Chip tone={isOpen ? 'bamboo' : 'amber'}>{isOpen ? texts.deskOpen : texts.deskClosed}</Chip>
      </View>
      <View className="w-line">
        <Text>{texts.deskLoad(load, capacity)}</Text>
      </View>
      <View className="w-line">
        <Text className="h-note">{names.length > 0 ? names.join('、') : texts.deskCategoriesNone}</Text>
      </View>
      <Button look="ghost" onPress={() => open('plan', { part: 'desk' })}>
        {texts.deskEdit}
      </Button>
    </Card>
  )
}

/** What else a handler and a centre arrange for themselves. */
const MoreCard = () => {
  const views = useViews()
  if (!views.hours && !views.centre) return null
  return (
    <Card>
      {views.hours ? <Entry title={texts.ties} note={texts.tiesEntry} onPress={() => open('plan', { part: 'ties' })} /> : null}
      {views.centre ? (
        <Entry title={texts.followUpPlan} note={texts.followUpPlanNote} onPress={() => open('plan', { part: 'followUps' })} />
      ) : null}
    </Card>
  )
}

/** The reader's hours and what cases come to the desk; nothing for those who have neither. */
export const PlanSummary = () => {
  const views = useViews()
  const plan = useCall('workingPlan.get', {}, { enabled: views.hours })
  return (
    <>
      {plan.data ? <HoursCard plan={plan.data} /> : null}
      {views.hours ? <FeedCard /> : null}
      <DeskCard />
      <MoreCard />
    </>
  )
}
