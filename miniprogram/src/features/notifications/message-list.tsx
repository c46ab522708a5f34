import type { NoticeSort, NotificationView } from '@shared/notifications/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Chip } from '@/components/chip'
import { Entry } from '@/components/entry'
import { Pick } from '@/components/option'
import { PagedList } from '@/components/paged-list'
import { pressable } from '@/components/pressable'
import { EmptyState } from '@/components/states'
import { openBeside } from '@/features/workbench/views'
import { RootPage, useRailed } from '@/features/workbench/wide/root-page'
import { askLogin, open, openCase, openPath } from '@/lib/navigate'
import { invalidate, useCall, usePages } from '@/lib/query'
import { call } from '@/lib/request'
import { useApp } from '@/lib/store'
import { timeWords } from '@/lib/time'
import { useAct } from '@/lib/use-act'
import { texts } from './texts'

const EVERY = 20_000

/** Marks one message as read and shows what it is about. */
const useOpening = () => {
  const railed = useRailed()
  return ({ id, page, caseId, read }: NotificationView): void => {
    if (!read) {
      void call('notifications.markOne', { params: { id } }).then(
        () => invalidate('notifications.list', 'unread.get'),
        () => undefined,
      )
    }
    if (railed && caseId) openBeside(caseId)
    else if (!openPath(page) && caseId) openCase(caseId)
  }
}

const Notice = ({ notice, onOpen }: { notice: NotificationView; onOpen: () => void }) => {
  const { title, text, at, read, urgent } = notice
  return (
    <View className="h-line" {...pressable(onOpen)}>
      <View className="h-row spread top">
        <Text className={read ? 'h-grow' : 'h-grow h-bold'}>{title}</Text>
        {urgent ? <Chip tone="seal">{texts.urgent}</Chip> : null}
        {read ? null : <Chip tone="amber">{texts.unread}</Chip>}
      </View>
      <View>
        <Text>{text}</Text>
      </View>
      <Text className="h-note">{timeWords(at)}</Text>
    </View>
  )
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

type Shown = NoticeSort | 'all' | 'unread'

/** Staff have work; of residents nothing is asked that is not progress. */
const FILTERS: Record<'staff' | 'others', readonly Shown[]> = {
  staff: ['all', 'unread', 'work', 'progress', 'talk', 'notice'],
  others: ['all', 'unread', 'progress', 'talk', 'notice'],
}
const nameOf = (shown: Shown): string => (shown === 'all' ? texts.all : shown === 'unread' ? texts.onlyUnread : texts.sorts[shown])

const queryOf = (shown: Shown) => (shown === 'all' ? {} : shown === 'unread' ? { unread: 'true' } : { sort: shown })

const Filters = ({ shown, onChange }: { shown: Shown; onChange: (shown: Shown) => void }) => {
  const staff = useApp((state) => state.hat === 'staff')
  return (
    <View className="h-row wrap h-choices" role="radiogroup" aria-label={texts.sortsLabel}>
      {FILTERS[staff ? 'staff' : 'others'].map((each) => (
        <Pick key={each} title={nameOf(each)} on={each === shown} onPress={() => onChange(each)} />
      ))}
    </View>
  )
}

/** Everything up to the newest that is shown has been seen. */
const ReadAll = ({ newest }: { newest: NotificationView }) => {
  const { busy, act } = useAct()
  const read = () =>
    act(async () => {
      await call('notifications.markRead', { body: { upTo: newest.at } })
      await invalidate('notifications.list', 'unread.get')
    })
  return (
    <Button small look="ghost" busy={busy} onPress={() => void read()}>
      {texts.readAll}
    </Button>
  )
}

const Notices = () => {
  const [shown, setShown] = useState<Shown>('all')
  const pages = usePages('notifications.list', { query: queryOf(shown) }, { refetchInterval: EVERY })
  const openOne = useOpening()
  const newest = pages.items[0]
  const mixed = shown === 'all' || shown === 'unread'
  const empty = shown === 'all' ? texts.emptyTitle : shown === 'unread' ? texts.emptyUnreadTitle : texts.emptySortTitle
  return (
    <>
      <Filters shown={shown} onChange={setShown} />
      <PagedList pages={pages} count={pages.items.length} empty={<EmptyState title={empty} note={texts.emptyNote} />}>
        {mixed && newest && pages.items.some(({ read }) => !read) ? <ReadAll newest={newest} /> : null}
        <Card>
          {pages.items.map((notice) => (
            <Notice key={notice.id} notice={notice} onOpen={() => openOne(notice)} />
          ))}
        </Card>
      </PagedList>
      <Card>
        <Entry title={texts.reminders} onPress={() => open('reminders')} />
      </Card>
    </>
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
