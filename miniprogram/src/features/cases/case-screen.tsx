import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { useRef } from 'react'
import { Card } from '@/components/card'
import { Entry } from '@/components/entry'
import { Page } from '@/components/page'
import { ErrorState, Loading } from '@/components/states'
import { TimelineList } from '@/components/timeline-list'
import { BookingCard } from '@/features/mediation/booking-card'
import { joinPath } from '@/features/parties/join-link'
import { open } from '@/lib/navigate'
import { useCall } from '@/lib/query'
import { useCaseFooter } from './case-footer'
import { DeadlineCard, NextCard, RatedCard, StandCard } from './case-head'
import { WordsCard } from './case-words'
import { MoreCard } from './more-card'
import { PeopleCard } from './people-card'
import { texts } from './texts'

const REFRESH = 30_000

/** In WeChat an invitation goes out as a card; without one, sharing leads to the home page. */
const useInvitationCard = () => {
  const path = useRef('/pages/home/index')
  const title = useRef('有事好商量')
  useShareAppMessage(() => ({ title: title.current, path: path.current }))
  return (code: string, part: string) => {
    path.current = joinPath(code, part)
    title.current = part === 'respondent' ? '请您来一起商量一件事' : '请您帮我看一件事'
  }
}

const Unread = ({ id }: { id: string }) => {
  const unread = useCall('unread.get', {})
  const count = unread.data?.cases.find(({ caseId }) => caseId === id)?.count ?? 0
  return count > 0 ? (
    <Card tone="sky">
      <Entry title={texts.unread(count)} onPress={() => open('chat', { id })} />
    </Card>
  ) : null
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
      {view ? (
        <>
          <StandCard view={view} />
          <NextCard view={view} />
          <Unread id={id} />
          <BookingCard booking={view.booking} />
          <DeadlineCard view={view} />
          <RatedCard view={view} />
          <TimelineList entries={view.timeline} />
          <WordsCard view={view} />
          <PeopleCard view={view} />
          <MoreCard view={view} share={share} />
        </>
      ) : null}
      {sheet}
    </Page>
  )
}
