import type { CaseView, Room } from '@shared/cases/schemas'
import { isClosed } from '@shared/cases/words'
import { Text } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Page } from '@/components/page'
import { ErrorState, Loading } from '@/components/states'
import { Tabs } from '@/components/tabs'
import { useCall } from '@/lib/query'
import { Composer } from './composer'
import { JointRoomCard } from './joint-room-card'
import { RoomMessages } from './message-list'
import { maySpeak, roomsOf } from './rooms'
import { ROOM_NAMES, ROOM_NOTES, texts } from './texts'

/** Whether the other side has opened the joint room is seen without leaving the page. */
const REFRESH = 10_000

/** Down to the newest message, once it is drawn. */
const toBottom = (): void => {
  setTimeout(() => void Taro.pageScrollTo({ scrollTop: 100_000, duration: 0 }), 60)
}

const whyNot = (view: CaseView, room: Room): string => {
  if (view.can.includes('message')) return view.jointRoom.open ? texts.speakersOnly : room === 'joint' ? texts.jointClosed : texts.waiting
  if (view.relation === 'helper') return texts.readOnly
  return isClosed(view.status) ? texts.closed : texts.waiting
}

const Rooms = ({ view, room, onRoom }: { view: CaseView; room: Room; onRoom: (room: Room) => void }) => {
  const rooms = roomsOf(view)
  return (
    <>
      {rooms.length > 1 ? <Tabs items={rooms.map((key) => ({ key, name: ROOM_NAMES[key] }))} active={room} onChange={onRoom} /> : null}
      <Text className="h-note">{ROOM_NOTES[room]}</Text>
      {room === 'joint' ? <JointRoomCard view={view} /> : null}
      <RoomMessages key={room} caseId={view.id} room={room} onNew={toBottom} />
    </>
  )
}

/** The talk about a case, in the rooms that the reader is in. */
export const ChatScreen = () => {
  const { id = '', room: asked } = useRouter().params
  const query = useCall('cases.get', { params: { id } }, { refetchInterval: REFRESH })
  const [chosen, setChosen] = useState<Room | null>(asked === 'joint' ? 'joint' : null)
  const view = query.data
  const room = view ? (roomsOf(view).find((each) => each === chosen) ?? roomsOf(view)[0] ?? 'applicant') : 'applicant'
  const footer = !view ? undefined : maySpeak(view, room) ? (
    <Composer key={room} caseId={id} room={room} />
  ) : (
    <Text className="h-note">{whyNot(view, room)}</Text>
  )
  return (
    <Page title={view?.title ?? texts.title} footer={footer}>
      {query.isPending ? <Loading /> : null}
      {query.isError && !view ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : null}
      {view ? <Rooms view={view} room={room} onRoom={setChosen} /> : null}
    </Page>
  )
}
