import type { CaseView, Room } from '@shared/cases/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '@/components/card'
import { StatusChip } from '@/components/chip'
import { ErrorState, Loading } from '@/components/states'
import { TimelineList } from '@/components/timeline-list'
import { Composer } from '@/features/talk/composer'
import { texts } from '../texts'
import { statusWords } from '../urgency'
import type { Intent } from '../views'
import { useActions } from './actions'
import { BookingCard } from './booking-card'
import { aboutWords, DeadlinesCard, NextCard } from './head-card'
import { PartiesCard } from './parties-card'
import { QuestionsCard } from './questions-card'
import { ReadsCard } from './reads-card'
import { isInRooms } from './steps'
import { Talk } from './talk'
import { type PartProps, useStaffCase } from './use-staff-case'
import { WordsCard } from './words-card'

const TalkCard = ({ view }: { view: CaseView }) => {
  const [room, setRoom] = useState<Room>('applicant')
  return (
    <Card>
      <View className="h-head w-head">
        <Text>{texts.talk}</Text>
      </View>
      <View className="h-col">
        <Talk view={view} room={room} onRoom={setRoom} />
        {view.can.includes('message') ? <Composer key={room} caseId={view.id} room={room} /> : null}
      </View>
    </Card>
  )
}

const Columns = ({ part, intent, onReason }: { part: PartProps; intent: Intent | undefined; onReason: (reason: string) => void }) => {
  const { view } = part
  return (
    <View className="w-columns">
      <View className="h-col w-column">
        {view.relation === 'contributor' ? null : <WordsCard view={view} onReason={onReason} />}
        <QuestionsCard {...part} answering={intent === 'answer'} />
        {isInRooms(view) ? <TalkCard view={view} /> : null}
        {view.timeline.length > 0 ? <TimelineList entries={view.timeline} /> : null}
      </View>
      <View className="h-col w-column side">
        <NextCard view={view} />
        <BookingCard {...part} />
        <DeadlinesCard view={view} />
        <PartiesCard view={view} calling={intent === 'call'} />
        <ReadsCard view={view} />
      </View>
    </View>
  )
}

/** A case beside the list on a wide window. */
const StaffCasePane = ({ id, intent }: { id: string; intent?: string | undefined }) => {
  const { query, view, readWith, show, refresh } = useStaffCase(id)
  const part = view ? { view, show, refresh } : undefined
  const { buttons, sheets } = useActions(part, intent)
  if (query.isPending) return <Loading cards={3} />
  if (!view || !part) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  return (
    <View className="h-col">
      <View className="h-row spread top">
        <View className="h-grow">
          <View className="h-row wrap w-counts">
            <Text className="h-title">{view.title}</Text>
            <StatusChip status={view.status} words={statusWords(view)} />
          </View>
          <Text className="h-note">{[aboutWords(view), view.assignee?.name ?? texts.nobody].join(' · ')}</Text>
        </View>
        <View className="h-row w-top">{buttons}</View>
      </View>
      <Columns part={part} intent={intent} onReason={readWith} />
      {sheets}
    </View>
  )
}

export default StaffCasePane
