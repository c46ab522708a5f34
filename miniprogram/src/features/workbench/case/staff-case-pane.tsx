import type { Room } from '@shared/cases/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '@/components/card'
import { StatusChip } from '@/components/chip'
import { ErrorState, Loading } from '@/components/states'
import { Tabs } from '@/components/tabs'
import { TimelineList } from '@/components/timeline-list'
import { Composer } from '@/features/talk/composer'
import { AvoidanceCard } from '../centre/avoidance-card'
import { DemandsCard } from '../centre/demands'
import { DocketTab } from '../docket/docket-tab'
import { KeptTab } from '../kept/kept-tab'
import { PapersPane } from '../papers/papers-pane'
import { texts } from '../texts'
import { statusWords } from '../urgency'
import type { Intent } from '../views'
import { useActions } from './actions'
import { BookingCard } from './booking-card'
import { DeadlinesCard } from './deadlines-card'
import { aboutWords, NextCard } from './head-card'
import { HeadLinks } from './head-links'
import { LinkedCard } from './linked-card'
import { NotesCard } from './notes-card'
import { PartiesCard } from './parties-card'
import { type CasePart, partOf, partsOf, tabsOf } from './parts'
import { QuestionsCard } from './questions-card'
import { ReadsCard } from './reads-card'
import { RiskChip, RiskLine } from './risk-words'
import { SimilarCard } from './similar-card'
import { isInRooms } from './steps'
import { SupervisionCard } from './supervision-card'
import { canSpeakIn, Talk } from './talk'
import { type PartProps, useStaffCase } from './use-staff-case'
import { WaysCard } from './ways-card'
import { WordsCard } from './words-card'

const TalkCard = ({ view, show }: PartProps) => {
  const [room, setRoom] = useState<Room>('applicant')
  return (
    <Card>
      <View className="h-head w-head">
        <Text>{texts.talk}</Text>
      </View>
      <View className="h-col">
        <Talk view={view} show={show} room={room} onRoom={setRoom} />
        {canSpeakIn(view, room) ? <Composer key={room} caseId={view.id} room={room} /> : null}
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
        <WaysCard view={view} />
        {isInRooms(view) ? <TalkCard {...part} /> : null}
        <DemandsCard view={view} />
        {view.timeline.length > 0 ? <TimelineList entries={view.timeline} /> : null}
      </View>
      <View className="h-col w-column side">
        <NextCard view={view} />
        <LinkedCard view={view} wide />
        <SupervisionCard {...part} />
        <AvoidanceCard view={view} />
        <BookingCard {...part} />
        <DeadlinesCard {...part} />
        <SimilarCard {...part} wide />
        <PartiesCard {...part} calling={intent === 'call'} />
        {view.can.includes('note') ? <NotesCard caseId={view.id} /> : null}
        <ReadsCard view={view} />
      </View>
    </View>
  )
}

/** A case beside the list on a wide window. */
const StaffCasePane = ({ id, intent }: { id: string; intent?: string | undefined }) => {
  const { query, view, readWith, show, refresh } = useStaffCase(id)
  const [chosen, choose] = useState<CasePart>(partOf(intent))
  const part = view ? { view, show, refresh } : undefined
  const { buttons, sheets } = useActions(part, intent)
  if (query.isPending) return <Loading cards={3} />
  if (!view || !part) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  const parts = partsOf(view, true)
  const shown = parts.includes(chosen) ? chosen : 'work'
  return (
    <View className="h-col">
      <View className="h-row spread top">
        <View className="h-grow">
          <View className="h-row wrap w-counts">
            <Text className="h-title">{view.title}</Text>
            <RiskChip item={view} />
            <StatusChip status={view.status} words={statusWords(view)} />
          </View>
          <Text className="h-note">{[aboutWords(view), view.assignee?.name ?? texts.nobody].join(' · ')}</Text>
          <RiskLine view={view} />
          <HeadLinks {...part} />
        </View>
        <View className="h-row w-top">{buttons}</View>
      </View>
      {parts.length > 1 ? (
        <View className="w-pane-tabs">
          <Tabs items={tabsOf(parts)} active={shown} onChange={choose} />
        </View>
      ) : null}
      {shown === 'work' ? <Columns part={part} intent={intent} onReason={readWith} /> : null}
      <View className="w-sheet-like">
        {shown === 'papers' ? <PapersPane view={view} /> : null}
        {shown === 'kept' ? <KeptTab view={view} /> : null}
        {shown === 'docket' ? <DocketTab {...part} /> : null}
      </View>
      {sheets}
    </View>
  )
}

export default StaffCasePane
