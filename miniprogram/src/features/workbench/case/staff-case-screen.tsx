import type { Room } from '@shared/cases/schemas'
import { useShareAppMessage } from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { Page } from '@/components/page'
import { ErrorState, Loading } from '@/components/states'
import { Tabs } from '@/components/tabs'
import { TimelineList } from '@/components/timeline-list'
import { Composer } from '@/features/talk/composer'
import { AvoidanceCard } from '../centre/avoidance-card'
import { DemandsCard } from '../centre/demands'
import { DocketTab } from '../docket/docket-tab'
import { KeptTab } from '../kept/kept-tab'
import { PapersTab } from '../papers/papers-tab'
import { type FrameProps, pageWays } from '../papers/ways'
import { texts } from '../texts'
import type { Intent } from '../views'
import { useActions } from './actions'
import { BookingCard } from './booking-card'
import { DeadlinesCard } from './deadlines-card'
import { HeadCard, NextCard } from './head-card'
import { shareInvitation } from './invitation'
import { LinkedCard } from './linked-card'
import { NotesCard } from './notes-card'
import { PartiesCard } from './parties-card'
import { type CasePart, partOf, partsOf, tabsOf } from './parts'
import { QuestionsCard } from './questions-card'
import { ReadsCard } from './reads-card'
import { SimilarCard } from './similar-card'
import { SupervisionCard } from './supervision-card'
import { canSpeakIn, Talk } from './talk'
import { type PartProps, useStaffCase } from './use-staff-case'
import { WaysCard } from './ways-card'
import { WordsCard } from './words-card'
import '../workbench.css'

interface WorkProps {
  part: PartProps
  intent: Intent | undefined
  onReason: (reason: string) => void
}

const Work = ({ part, intent, onReason }: WorkProps) => {
  const { view } = part
  return (
    <>
      <HeadCard part={part} />
      <NextCard view={view} />
      <LinkedCard view={view} wide={false} />
      <SupervisionCard {...part} />
      <AvoidanceCard view={view} />
      <BookingCard {...part} />
      <WaysCard view={view} />
      {view.relation === 'contributor' ? null : <WordsCard view={view} onReason={onReason} />}
      <PartiesCard {...part} calling={intent === 'call'} />
      {view.can.includes('note') ? <NotesCard caseId={view.id} /> : null}
      <QuestionsCard {...part} answering={intent === 'answer'} />
      <DemandsCard view={view} />
      <SimilarCard {...part} wide={false} />
      <DeadlinesCard {...part} />
      {view.timeline.length > 0 ? <TimelineList entries={view.timeline} /> : null}
      <ReadsCard view={view} />
    </>
  )
}

/** The papers' pages draw their own frames; the list stands in this one. */
const Bare = ({ children }: FrameProps) => <>{children}</>

const useTalk = (part: PartProps | undefined): { body: ReactNode; composer: ReactNode } => {
  const [room, setRoom] = useState<Room>('applicant')
  if (!part) return { body: null, composer: null }
  const { view, show } = part
  return {
    body: <Talk view={view} show={show} room={room} onRoom={setRoom} />,
    composer: canSpeakIn(view, room) ? <Composer key={room} caseId={view.id} room={room} /> : null,
  }
}

/** A case on a telephone, part by part: the work, the talk, papers, promises, the file. */
export const StaffCaseScreen = ({ id, intent }: { id: string; intent?: string | undefined }) => {
  const { query, view, readWith, show, refresh } = useStaffCase(id)
  const [chosen, choose] = useState<CasePart>(partOf(intent))
  const part = view ? { view, show, refresh } : undefined
  const { buttons, sheets } = useActions(part, intent)
  const talk = useTalk(part)
  useShareAppMessage(shareInvitation)
  const parts = view ? partsOf(view, false) : []
  const shown = parts.includes(chosen) ? chosen : 'work'
  const footer = shown === 'talk' ? talk.composer : shown === 'work' ? buttons : null
  return (
    <Page title={view ? `${texts.caseTitle} ${view.number}` : texts.caseTitle} footer={footer}>
      {query.isPending ? <Loading cards={3} /> : null}
      {query.isError && !view ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : null}
      {parts.length > 1 ? <Tabs items={tabsOf(parts)} active={shown} onChange={choose} /> : null}
      {part && shown === 'work' ? <Work part={part} intent={intent} onReason={readWith} /> : null}
      {shown === 'talk' ? talk.body : null}
      {part && shown === 'papers' ? <PapersTab view={part.view} ways={pageWays(id, Bare)} /> : null}
      {part && shown === 'kept' ? <KeptTab view={part.view} /> : null}
      {part && shown === 'docket' ? <DocketTab {...part} /> : null}
      {sheets}
    </Page>
  )
}
