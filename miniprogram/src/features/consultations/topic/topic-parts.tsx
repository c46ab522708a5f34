import { useState } from 'react'
import { TimelineList } from '@/components/timeline-list'
import type { TopicLink } from '../links'
import { texts } from '../texts'
import type { PartProps } from '../use-topic'
import { CheckInCard, InvitedCard, ScanButton } from './arrival-cards'
import { DocumentButton } from './document-button'
import { HeadCard, NextCard } from './head-card'
import { JudgementCard } from './judgement-card'
import { MeetingCard } from './meeting-card'
import { SupportCard } from './support-card'
import { TasksCard } from './tasks-card'
import { AboutCards, GroupsCard, ResultCards } from './words-cards'

/** What stands first: where it is, what comes next, and what the reader came for. */
export const NowParts = ({ part, link }: { part: PartProps; link?: TopicLink | undefined }) => {
  const [scanned, setScanned] = useState('')
  const checkIn = scanned || link?.checkIn
  return (
    <>
      {checkIn ? <CheckInCard key={checkIn} part={part} code={checkIn} /> : null}
      {link?.code ? <InvitedCard part={part} code={link.code} /> : null}
      <HeadCard view={part.view} />
      <NextCard view={part.view} />
      <ScanButton view={part.view} onCode={setScanned} />
      <SupportCard {...part} />
    </>
  )
}

/** What it has come to, and what it is about. */
export const StoryParts = ({ part }: { part: PartProps }) => {
  const { view } = part
  return (
    <>
      <JudgementCard view={view} />
      <ResultCards view={view} />
      <TasksCard {...part} />
      <AboutCards view={view} />
    </>
  )
}

/** The meeting, and what people think. */
export const TalkParts = ({ part }: { part: PartProps }) => (
  <>
    <MeetingCard {...part} />
    <GroupsCard view={part.view} />
  </>
)

/** How it got there, and all of it to keep. */
export const PastParts = ({ view }: Pick<PartProps, 'view'>) => (
  <>
    {view.history.length > 0 ? <TimelineList entries={view.history} title={texts.history} /> : null}
    <DocumentButton view={view} />
  </>
)
