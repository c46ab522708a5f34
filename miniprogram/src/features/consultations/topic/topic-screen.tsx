import { Share } from '@nutui/icons-react-taro'
import { Button as NativeButton } from '@tarojs/components'
import { useShareAppMessage } from '@tarojs/taro'
import { Page } from '@/components/page'
import { EmptyState, ErrorState, Loading } from '@/components/states'
import { askLogin } from '@/lib/navigate'
import { useApp } from '@/lib/store'
import { type TopicLink, topicPath } from '../links'
import { texts } from '../texts'
import { type PartProps, useTopic } from '../use-topic'
import { NowParts, PastParts, StoryParts, TalkParts } from './topic-parts'
import { useActs } from './use-acts'
import '@/features/workbench/workbench.css'
import '../consultations.css'

const ShareButton = () =>
  process.env.TARO_ENV === 'weapp' ? (
    <NativeButton className="h-nav-back c-share" openType="share" ariaLabel={texts.share}>
      <Share size={22} color="#1E2521" />
    </NativeButton>
  ) : null

/** While people can still come or speak, the meeting and their views stand before the story; afterwards what came of it does. */
const Parts = ({ part }: { part: PartProps }) => {
  const running = part.view.state === 'open' || part.view.state === 'scheduled'
  return (
    <>
      {running ? <TalkParts part={part} /> : null}
      <StoryParts part={part} />
      {running ? null : <TalkParts part={part} />}
      <PastParts view={part.view} />
    </>
  )
}

const Shown = ({ part, link }: { part: PartProps; link: TopicLink }) => {
  const { buttons, sheets } = useActs(part)
  return (
    <Page title={texts.topic} footer={buttons ?? undefined} right={<ShareButton />}>
      <NowParts part={part} link={link} />
      <Parts part={part} />
      {sheets}
    </Page>
  )
}

/** A topic: where it stands, what comes next, what I can do. */
export const TopicScreen = ({ link }: { link: TopicLink }) => {
  const status = useApp((state) => state.status)
  const { query, part } = useTopic(link.id)
  useShareAppMessage(() => ({ title: part?.view.title ?? texts.title, path: topicPath(link.id) }))
  if (status === 'out') {
    const note = link.checkIn ? texts.checkInLogin : texts.loginNote
    return (
      <Page title={texts.topic}>
        <EmptyState title={texts.loginTitle} note={note} action={texts.login} onAction={askLogin} />
      </Page>
    )
  }
  if (part) return <Shown part={part} link={link} />
  return (
    <Page title={texts.topic}>{query.isError ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : <Loading />}</Page>
  )
}
