import { BOOKING_MOVES, type BookingMove, type BookingView } from '@shared/mediation/schemas'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Button, type Look } from '@/components/button'
import { Card } from '@/components/card'
import { saveFile } from '@/lib/save-file'
import { useAct } from '@/lib/use-act'
import { texts } from '../texts'
import { BookingMoveSheet } from './booking-move-sheet'
import { answersFor } from './booking-state'
import { BookingWords } from './booking-words'
import { SlotSheet } from './slot-sheet'
import type { PartProps } from './use-staff-case'
import { WaitingLine } from './waiting'

/** The session for the calendar of this device; WeChat has none to put it into. */
const SaveIcs = ({ booking }: { booking: BookingView }) => {
  const { busy, act } = useAct()
  if (process.env.TARO_ENV !== 'h5' || (booking.status !== 'proposed' && booking.status !== 'confirmed')) return null
  const save = () => act(() => saveFile('bookings.ics', { params: { id: booking.id } }, `${texts.booking}.ics`))
  return (
    <Button look="ghost" busy={busy} onPress={() => void save()}>
      {texts.saveIcs}
    </Button>
  )
}

const nameOf = (booking: BookingView, move: BookingMove): string => {
  const others = move === 'confirm' ? answersFor(booking) : []
  return others.length > 0 ? texts.answerFor(others.map((each) => texts.speakers[each]).join('、')) : texts.bookingMoves[move]
}

const LOOKS: Partial<Record<BookingMove, Look>> = { confirm: 'primary', cancel: 'danger' }

/** The session that is proposed or agreed, and what may be done with it. */
export const BookingCard = ({ view, refresh }: PartProps) => {
  const [open, setOpen] = useState<BookingMove | 'book' | null>(null)
  const { booking } = view
  const moves = BOOKING_MOVES.filter((move) => booking?.can.includes(move))
  const mayBook = view.can.includes('book')
  if (!booking && !mayBook) return null
  const close = () => setOpen(null)
  return (
    <Card>
      <View className="h-head w-head">
        <Text>{texts.booking}</Text>
      </View>
      <View className="h-col">
        {booking ? <BookingWords booking={booking} mine={view.relation === 'owner'} /> : <Text className="h-note">{texts.noBooking}</Text>}
        {booking?.meetingUrl ? (
          <Button look="ghost" onPress={() => void Taro.setClipboardData({ data: booking.meetingUrl ?? '' })}>
            {texts.openMeeting}
          </Button>
        ) : null}
        {booking && moves.length > 0 ? (
          <View className="h-row wrap w-buttons">
            {moves.map((move) => (
              <Button key={move} look={LOOKS[move] ?? 'ghost'} onPress={() => setOpen(move)}>
                {nameOf(booking, move)}
              </Button>
            ))}
          </View>
        ) : null}
        {booking ? <SaveIcs booking={booking} /> : null}
        <WaitingLine view={view} />
        {mayBook ? (
          <Button look="ghost" onPress={() => setOpen('book')}>
            {texts.propose}
          </Button>
        ) : null}
      </View>
      {open === 'book' ? <SlotSheet view={view} booking={null} onClose={close} onDone={refresh} /> : null}
      {open === 'reschedule' && booking ? <SlotSheet view={view} booking={booking} onClose={close} onDone={refresh} /> : null}
      {open && open !== 'book' && open !== 'reschedule' && booking ? (
        <BookingMoveSheet booking={booking} move={open} onClose={close} onDone={refresh} />
      ) : null}
    </Card>
  )
}
