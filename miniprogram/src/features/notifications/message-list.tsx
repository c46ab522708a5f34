import type { NotificationView } from '@shared/notifications/schemas'
import { Text, View } from '@tarojs/components'
import { useEffect, useRef } from 'react'
import { Card } from '@/components/card'
import { Chip } from '@/components/chip'
import { Entry } from '@/components/entry'
import { PagedList } from '@/components/paged-list'
import { pressable } from '@/components/pressable'
import { EmptyState } from '@/components/states'
import { openBeside } from '@/features/workbench/views'
import { RootPage, useRailed } from '@/features/workbench/wide/root-page'
import { askLogin, open, openCase } from '@/lib/navigate'
import { invalidate, useCall, usePages } from '@/lib/query'
import { call } from '@/lib/request'
import { useApp } from '@/lib/store'
import { timeWords } from '@/lib/time'
import { texts } from './texts'

const EVERY = 20_000
/** How long a new message is shown as new before it counts as read, milliseconds. */
const SEEN_AFTER = 1_500

const Notice = ({ notice }: { notice: NotificationView }) => {
  const { title, text, caseId, at, read } = notice
  const railed = useRailed()
  const press = caseId ? pressable(() => (railed ? openBeside(caseId) : openCase(caseId))) : {}
  return (
    <View className="h-line" {...press}>
      <View className="h-row spread top">
        <Text className={read ? 'h-grow' : 'h-grow h-bold'}>{title}</Text>
        {read ? null : <Chip tone="amber">{texts.unread}</Chip>}
      </View>
      <View>
        <Text>{text}</Text>
      </View>
      <Text className="h-note">{timeWords(at)}</Text>
    </View>
  )
}

/** Everything shown counts as read after a moment. */
const useMarkRead = (newest: NotificationView | undefined) => {
  const marked = useRef('')
  const at = newest && !newest.read ? newest.at : ''
  useEffect(() => {
    if (!at || at === marked.current) return
    const timer = setTimeout(() => {
      marked.current = at
      call('notifications.markRead', { body: { upTo: at } }).then(
        () => invalidate('unread.get'),
        () => undefined,
      )
    }, SEEN_AFTER)
    return () => clearTimeout(timer)
  }, [at])
}

/** New words in talks, which lead straight into them. */
const Talks = () => {
  const unread = useCall('unread.get', {})
  const resident = useApp((state) => state.hat !== 'staff')
  const railed = useRailed()
  const cases = unread.data?.cases ?? []
  const query = { view: resident ? ('mine' as const) : ('inbox' as const), limit: 100 }
  const known = useCall('cases.list', { query }, { enabled: cases.length > 0, staleTime: 60_000 })
  const titleOf = (caseId: string) => known.data?.items.find(({ id }) => id === caseId)?.title ?? texts.talkNote
  if (cases.length === 0) return null
  return (
    <Card tone="soft">
      {cases.map(({ caseId, count }) => (
        <Entry
          key={caseId}
          title={texts.talk(count)}
          note={titleOf(caseId)}
          onPress={() => (resident ? open('chat', { id: caseId }) : railed ? openBeside(caseId) : openCase(caseId))}
        />
      ))}
    </Card>
  )
}

const Notices = () => {
  const pages = usePages('notifications.list', { query: {} }, { refetchInterval: EVERY })
  useMarkRead(pages.items[0])
  return (
    <PagedList pages={pages} count={pages.items.length} empty={<EmptyState title={texts.emptyTitle} note={texts.emptyNote} />}>
      <Card>
        {pages.items.map((notice) => (
          <Notice key={notice.id} notice={notice} />
        ))}
      </Card>
    </PagedList>
  )
}

/** Everything that the app has told the person. */
export const MessageList = () => {
  const status = useApp((state) => state.status)
  return (
    <RootPage title={texts.title} active="messages">
      {status === 'out' ? (
        <EmptyState title={texts.loginTitle} note={texts.loginNote} action={texts.login} onAction={askLogin} />
      ) : (
        <>
          <Talks />
          <Notices />
        </>
      )}
    </RootPage>
  )
}
