import type { Room } from '@shared/cases/schemas'
import { useShareAppMessage } from '@tarojs/taro'
import { useState } from 'react'
import { Page } from '@/components/page'
import { ErrorState, Loading } from '@/components/states'
import { Tabs } from '@/components/tabs'
import { TimelineList } from '@/components/timeline-list'
import { Composer } from '@/features/talk/composer'
import { texts } from '../texts'
import type { Intent } from '../views'
import { useActions } from './actions'
import { BookingCard } from './booking-card'
import { DeadlinesCard, HeadCard, NextCard } from './head-card'
import { shareInvitation } from './invitation'
import { PartiesCard } from './parties-card'
import { QuestionsCard } from './questions-card'
import { ReadsCard } from './reads-card'
import { isInRooms } from './steps'
import { Talk } from './talk'
import { type PartProps, useStaffCase } from './use-staff-case'
import { WordsCard } from './words-card'
import '../workbench.css'

type Tab = 'work' | 'talk'
const TABS = [
  { key: 'work', name: texts.tabWork },
  { key: 'talk', name: texts.talk },
] as const

interface WorkProps {
  part: PartProps
  intent: Intent | undefined
  onReason: (reason: string) => void
}

const Work = ({ part, intent, onReason }: WorkProps) => {
  const { view } = part
  return (
    <>
      <HeadCard view={view} />
      <NextCard view={view} />
      <BookingCard {...part} />
      {view.relation === 'contributor' ? null : <WordsCard view={view} onReason={onReason} />}
      <PartiesCard view={view} calling={intent === 'call'} />
      <QuestionsCard {...part} answering={intent === 'answer'} />
      <DeadlinesCard view={view} />
      {view.timeline.length > 0 ? <TimelineList entries={view.timeline} /> : null}
      <ReadsCard view={view} />
    </>
  )
}

/** A case on a telephone: the work, and beside it the talk. */
export const StaffCaseScreen = ({ id, intent }: { id: string; intent?: string | undefined }) => {
  const { query, view, readWith, show, refresh } = useStaffCase(id)
  const [tab, setTab] = useState<Tab>(intent === 'talk' ? 'talk' : 'work')
  const part = view ? { view, show, refresh } : undefined
  const [room, setRoom] = useState<Room>('applicant')
  const { buttons, sheets } = useActions(part, intent)
  useShareAppMessage(shareInvitation)
  const talking = view !== undefined && isInRooms(view)
  const composer = view?.can.includes('message') ? <Composer key={room} caseId={id} room={room} /> : null
  return (
    <Page title={view ? `${texts.caseTitle} ${view.number}` : texts.caseTitle} footer={talking && tab === 'talk' ? composer : buttons}>
      {query.isPending ? <Loading cards={3} /> : null}
      {query.isError && !view ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : null}
      {talking ? <Tabs items={TABS} active={tab} onChange={setTab} /> : null}
      {part && (tab === 'work' || !talking) ? <Work part={part} intent={intent} onReason={readWith} /> : null}
      {view && talking && tab === 'talk' ? <Talk view={view} room={room} onRoom={setRoom} /> : null}
      {sheets}
    </Page>
  )
}
