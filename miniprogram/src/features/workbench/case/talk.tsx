import type { CaseView, MessageView, Room } from '@shared/cases/schemas'
import { Text, View } from '@tarojs/components'
import { useEffect } from 'react'
import { Button } from '@/components/button'
import { Photos } from '@/components/photos'
import { ErrorState, Loading } from '@/components/states'
import { Tabs } from '@/components/tabs'
import { toast } from '@/components/toast'
import { invalidate, useCall, usePages } from '@/lib/query'
import { call } from '@/lib/request'
import { timeWords } from '@/lib/time'
import { useAct } from '@/lib/use-act'
import { texts } from '../texts'
import type { PartProps } from './use-staff-case'

const LOOK_EVERY = 6_000

/** Reads a room. New messages are noticed by the unread count: reading messages themselves is noted each time. */
const useRoom = (caseId: string, room: Room) => {
  const pages = usePages('messages.list', { params: { id: caseId }, query: { room } })
  const unread = useCall('unread.get', {}, { refetchInterval: LOOK_EVERY })
  const count = unread.data?.cases.find((each) => each.caseId === caseId)?.count ?? 0
  const newest = pages.items[0]
  const { refetch } = pages
  useEffect(() => {
    if (count > 0) void refetch()
  }, [count, refetch])
  useEffect(() => {
    if (!newest || count === 0) return
    call('messages.markRead', { params: { id: caseId }, body: { messageId: newest.id } })
      .then(() => invalidate('unread.get'))
      .catch(() => undefined) // it stays unread and is marked next time
  }, [caseId, newest, count])
  return pages
}

const Bubble = ({ message }: { message: MessageView }) => (
  <View className={`h-bubble-row ${message.mine ? 'mine' : ''}`}>
    <Text className="h-note">{`${message.mine ? texts.me : message.by} · ${timeWords(message.at)}`}</Text>
    <View className="h-bubble">
      {message.text ? (
        <Text className="h-pre" userSelect>
          {message.text}
        </Text>
      ) : null}
      <Photos files={message.files} />
    </View>
  </View>
)

const Messages = ({ view, room }: { view: CaseView; room: Room }) => {
  const pages = useRoom(view.id, room)
  if (pages.isPending) return <Loading cards={1} />
  if (pages.isError && pages.items.length === 0) return <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />
  return (
    <View className="h-col">
      {pages.hasNextPage ? (
        <Button look="text" busy={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>
          {texts.older}
        </Button>
      ) : null}
      {pages.items.length === 0 ? <Text className="h-note">{texts.talkEmpty}</Text> : null}
      {[...pages.items].reverse().map((message) => (
        <Bubble key={message.id} message={message} />
      ))}
    </View>
  )
}

/** The rooms of a case, as the owner sees them. */
const roomsFor = (view: Pick<CaseView, 'kind'>): readonly Room[] =>
  view.kind === 'dispute' ? ['applicant', 'respondent', 'joint'] : ['applicant']

/** Whether the joint room is open, who wants it, and the way to close it. */
const JointState = ({ view, show }: Pick<PartProps, 'view' | 'show'>) => {
  const { busy, act } = useAct()
  const { applicant, respondent, open } = view.jointRoom
  const close = () =>
    act(async () => {
      show(await call('rooms.joint', { params: { id: view.id }, body: { open: false } }))
      toast(texts.jointClosedDone)
    })
  return (
    <View className="h-card sky">
      <Text>{open ? texts.jointOpen : `${texts.jointClosed}${texts.jointWants(applicant, respondent)}`}</Text>
      {open && view.can.includes('closeJointRoom') ? (
        <Button small look="ghost" busy={busy} onPress={() => void close()}>
          {texts.jointClose}
        </Button>
      ) : null}
    </View>
  )
}

/** Whether the owner can say something in a room: the joint one only while both sides want it. */
export const canSpeakIn = (view: Pick<CaseView, 'can' | 'jointRoom'>, room: Room): boolean =>
  view.can.includes('message') && (room !== 'joint' || view.jointRoom.open)

interface TalkProps extends Pick<PartProps, 'view' | 'show'> {
  room: Room
  onRoom: (room: Room) => void
}

/** The rooms in which the owner talks with the sides, one beside the other. */
export const Talk = ({ view, show, room, onRoom }: TalkProps) => {
  const rooms = roomsFor(view)
  const away = room !== 'applicant' && !view.parties.some((party) => party.side === 'respondent' && party.accepted)
  return (
    <View className="h-col">
      {rooms.length > 1 ? <Tabs items={rooms.map((key) => ({ key, name: texts.rooms[key] }))} active={room} onChange={onRoom} /> : null}
      <Text className="h-note">{away ? texts.respondentAway : texts.talkNotes[room]}</Text>
      {room === 'joint' ? <JointState view={view} show={show} /> : null}
      <Messages key={room} view={view} room={room} />
    </View>
  )
}
