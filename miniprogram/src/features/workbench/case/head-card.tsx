import { categoryName } from '@shared/cases/categories'
import type { CaseView } from '@shared/cases/schemas'
import { KIND_NAMES } from '@shared/cases/words'
import { Text, View } from '@tarojs/components'
import { Avatar } from '@/components/avatar'
import { Card } from '@/components/card'
import { StatusChip } from '@/components/chip'
import { nearPlace } from '@/lib/place-words'
import { timeWords } from '@/lib/time'
import { texts } from '../texts'
import { deadlineWords, dueWords, statusWords, urgencyOf } from '../urgency'
import { HeadLinks } from './head-links'
import { RiskChip, RiskLine } from './risk-words'
import type { PartProps } from './use-staff-case'

/** The line under the title: number, kind, place, since when. */
export const aboutWords = (view: CaseView): string =>
  [
    view.number,
    KIND_NAMES[view.kind],
    view.category.startsWith('other') ? '' : categoryName(view.category).split(' · ').pop(),
    nearPlace(view.regionName, 1),
    texts.filedAt(timeWords(view.createdAt)),
  ]
    .filter(Boolean)
    .join(' · ')

/** What it is, where it stands, and who has it. */
export const HeadCard = ({ part }: { part: PartProps }) => {
  const { view } = part
  return (
    <Card>
      <View className="h-row spread top">
        <Text className="h-title h-grow">{view.title}</Text>
        <RiskChip item={view} />
        <StatusChip status={view.status} words={statusWords(view)} />
      </View>
      <Text className="h-note">{aboutWords(view)}</Text>
      <RiskLine view={view} />
      <View className="h-row w-owner">
        <Avatar name={view.assignee?.name ?? '?'} />
        <View className="h-grow">
          <Text className="h-bold">{view.assignee?.name ?? texts.nobody}</Text>
          <View>
            <Text className="h-note">{view.assignee ? texts.owner : ''}</Text>
          </View>
        </View>
      </View>
      <HeadLinks {...part} />
    </Card>
  )
}

/** What happens next, and by when. */
export const NextCard = ({ view }: { view: CaseView }) => {
  const late = urgencyOf(view) === 'late'
  // a session that is agreed has its own time; the whole case's deadline stands below
  const meeting = !late && view.booking?.status === 'confirmed'
  return (
    <Card tone={late ? 'seal' : 'soft'}>
      <Text className={late ? 'w-next late' : 'w-next'}>{texts.next}</Text>
      <View className="h-head">
        <Text>{view.deadline && !meeting ? `${dueWords(view)} · ${deadlineWords(view)}` : dueWords(view)}</Text>
      </View>
    </Card>
  )
}
