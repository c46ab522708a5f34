import { categoryName } from '@shared/cases/categories'
import type { CaseView } from '@shared/cases/schemas'
import { KIND_NAMES } from '@shared/cases/words'
import { DEADLINE_NAMES } from '@shared/deadlines/limits'
import { Text, View } from '@tarojs/components'
import { Avatar } from '@/components/avatar'
import { Card } from '@/components/card'
import { StatusChip } from '@/components/chip'
import { ProgressBar } from '@/components/progress-bar'
import { nearPlace } from '@/lib/place-words'
import { elapsed, remaining, timeWords } from '@/lib/time'
import { texts } from '../texts'
import { deadlineWords, dueWords, statusWords, urgencyOf } from '../urgency'

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
export const HeadCard = ({ view }: { view: CaseView }) => (
  <Card>
    <View className="h-row spread top">
      <Text className="h-title h-grow">{view.title}</Text>
      <StatusChip status={view.status} words={statusWords(view)} />
    </View>
    <Text className="h-note">{aboutWords(view)}</Text>
    <View className="h-row w-owner">
      <Avatar name={view.assignee?.name ?? '?'} />
      <View className="h-grow">
        <Text className="h-bold">{view.assignee?.name ?? texts.nobody}</Text>
        <View>
          <Text className="h-note">{view.assignee ? texts.owner : ''}</Text>
        </View>
      </View>
    </View>
  </Card>
)

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

const nameOf = (kind: string): string => (DEADLINE_NAMES as Record<string, string>)[kind] ?? texts.deadlines

const running = (a: { open: boolean }, b: { open: boolean }): number => Number(b.open) - Number(a.open)

/** The case's deadlines, with how much of each has passed; those that still run first. */
export const DeadlinesCard = ({ view }: { view: CaseView }) =>
  view.deadlines.length === 0 ? null : (
    <Card>
      <View className="h-head">
        <Text>{texts.deadlines}</Text>
      </View>
      {[...view.deadlines].sort(running).map(({ kind, dueAt, startedAt, open }) => {
        const urgency = urgencyOf({ deadline: dueAt })
        return (
          <View key={`${kind}${startedAt}`} className="w-deadline">
            <View className="h-row spread">
              <Text>{nameOf(kind)}</Text>
              <Text className={open && urgency === 'late' ? 'h-error' : 'h-note'}>
                {open ? `${texts.due(timeWords(dueAt))} · ${remaining(dueAt).words}` : texts.deadlineDone}
              </Text>
            </View>
            <ProgressBar
              share={open ? elapsed(startedAt, dueAt) : 1}
              state={open && urgency !== 'none' ? urgency : 'fine'}
              label={nameOf(kind)}
            />
          </View>
        )
      })}
    </Card>
  )
