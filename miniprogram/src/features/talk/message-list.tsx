import type { MessageView, Room } from '@shared/cases/schemas'
import { Text, View } from '@tarojs/components'
import { useEffect, useRef } from 'react'
import { Button } from '@/components/button'
import { Photos } from '@/components/photos'
import { EmptyState, ErrorState, Loading } from '@/components/states'
import { invalidate, usePages } from '@/lib/query'
import { call } from '@/lib/request'
import { timeWords } from '@/lib/time'
import { texts } from './texts'

const EVERY = 5_000

const Bubble = ({ message }: { message: MessageView }) => (
  <View className={`h-bubble-row ${message.mine ? 'mine' : ''}`}>
    <Text className="h-note">{`${message.mine ? texts.me : message.by} · ${timeWords(message.at)}`}</Text>
    <View className="h-bubble">
      {message.text ? <Text className="h-pre">{message.text}</Text> : null}
      <Photos files={message.files} />
    </View>
  </View>
)

/** Tells the service how far one has read, once for each new message. */
const useMarkRead = (caseId: string, newest: string | undefined) => {
  const marked = useRef<string>(undefined)
  useEffect(() => {
    if (!newest || newest === marked.current) return
    marked.current = newest
    call('messages.markRead', { params: { id: caseId }, body: { messageId: newest } }).then(
      () => invalidate('unread.get'),
      () => undefined,
    )
  }, [caseId, newest])
}

/** What was said in a room, oldest on top; looks for new messages by itself. */
export const RoomMessages = ({ caseId, room, onNew }: { caseId: string; room: Room; onNew: () => void }) => {
  const pages = usePages('messages.list', { params: { id: caseId }, query: { room } }, { refetchInterval: EVERY })
  const newest = pages.items[0]?.id
  useMarkRead(caseId, newest)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new message calls for it
  useEffect(() => {
    if (newest) onNew()
  }, [newest])
  if (pages.isPending) return <Loading />
  if (pages.isError && pages.items.length === 0) return <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />
  if (pages.items.length === 0) return <EmptyState title={texts.empty} note={texts.emptyNote} />
  return (
    <View className="h-col" role="log">
      {pages.hasNextPage ? (
        <Button look="text" busy={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>
          {texts.older}
        </Button>
      ) : null}
      {[...pages.items].reverse().map((message) => (
        <Bubble key={message.id} message={message} />
      ))}
    </View>
  )
}
