import type { CaseView } from '@shared/cases/schemas'
import { isOpen } from '@shared/cases/words'
import { Text } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { Card } from '@/components/card'
import { Entry } from '@/components/entry'
import { Page } from '@/components/page'
import { ErrorState, Loading } from '@/components/states'
import { TimelineList } from '@/components/timeline-list'
import { BookingCard } from '@/features/mediation/booking-card'
import { upcoming } from '@/features/mediation/booking-words'
import { hasLeft, otherHasLeft, sideOf } from '@/features/parties/people-words'
import { texts as partyTexts } from '@/features/parties/texts'
import { useInvitationCard } from '@/features/parties/use-invitation-card'
import { open } from '@/lib/navigate'
import { useCall } from '@/lib/query'
import { dateOf } from '@/lib/time'
import { useCaseFooter } from './case-footer'
import { DeadlineCard, NextCard, RatedCard, StandCard } from './case-head'
import { WordsCard } from './case-words'
import { KeptCard } from './kept-card'
import { MoreCard } from './more-card'
import { texts } from './texts'
import { TodoCard } from './todo-card'
import { todosOf } from './todos'
import { useBelongings } from './use-belongings'
import { WaysCard } from './ways-card'

const REFRESH = 30_000

const Unread = ({ id }: { id: string }) => {
  const unread = useCall('unread.get', {})
  const count = unread.data?.cases.find(({ caseId }) => caseId === id)?.count ?? 0
  return count > 0 ? (
    <Card tone="sky">
      <Entry title={texts.unread(count)} onPress={() => open('chat', { id })} />
    </Card>
  ) : null
}

/** Somebody has left: said before anything else, with the way back. */
const LeftCard = ({ view }: { view: CaseView }) => {
  if (hasLeft(view) && isOpen(view.status)) {
    return (
      <Card tone="sky">
        <Text className="h-head">{partyTexts.leftTitle}</Text>
        <Entry title={partyTexts.rejoinTitle} note={partyTexts.rejoinNote} onPress={() => open('people', { id: view.id })} />
      </Card>
    )
  }
  return otherHasLeft(view) && isOpen(view.status) ? (
    <Card tone="sky">
      <Text className="h-head h-block">{partyTexts.otherLeftTitle}</Text>
      <Text>{partyTexts.otherLeftNote}</Text>
    </Card>
  ) : null
}

/** A meeting that lies ahead of a case which is over is no longer one to go to. */
const overtaken = ({ booking, status }: CaseView): boolean => booking !== null && !isOpen(status) && upcoming(booking)

interface Props {
  view: CaseView
  share: (code: string, part: string) => void
}

/** Everything about the case in the order of need: what I can do now stands above what I may want to know. */
const Parts = ({ view, share }: Props) => {
  const belongings = useBelongings(view.id, view.can)
  const left = hasLeft(view) && isOpen(view.status)
  return (
    <>
      <StandCard view={view} />
      <TodoCard todos={todosOf(view, belongings, dateOf(Date.now()))} />
      <LeftCard view={view} />
      {left ? null : <NextCard view={view} />}
      <Unread id={view.id} />
      {left || overtaken(view) ? null : <BookingCard booking={view.booking} side={sideOf(view)} />}
      {view.status === 'failed' ? <WaysCard id={view.id} /> : null}
      <KeptCard view={view} belongings={belongings} />
      <DeadlineCard view={view} />
      <RatedCard view={view} />
      <TimelineList entries={view.timeline} />
      <WordsCard view={view} />
      <MoreCard view={view} share={share} />
    </>
  )
}

/** A case as its parties see it: where it stands, who has it, what next and by when, what can be done. */
export const CaseScreen = () => {
  const id = useRouter().params.id ?? ''
  const query = useCall('cases.get', { params: { id } }, { refetchInterval: REFRESH })
  const share = useInvitationCard()
  const view = query.data
  const { footer, sheet } = useCaseFooter(view)
  return (
    <Page title={view ? texts.title(view.number) : texts.mine} footer={footer}>
      {query.isPending ? <Loading cards={3} /> : null}
      {query.isError && !view ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : null}
      {view ? <Parts view={view} share={share} /> : null}
      {sheet}
    </Page>
  )
}
