import { BOOKING_MOVES, type BookingMove } from '@shared/mediation/schemas'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Button, type Look } from '@/components/button'
import { Card } from '@/components/card'
import { texts } from '../texts'
import { BookingMoveSheet } from './booking-move-sheet'
import { BookingWords } from './booking-words'
import { SlotSheet } from './slot-sheet'
import type { PartProps } from './use-staff-case'

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
        {booking ? <BookingWords booking={booking} /> : <Text className="h-note">{texts.noBooking}</Text>}
        {booking?.meetingUrl ? (
          <Button look="ghost" onPress={() => void Taro.setClipboardData({ data: booking.meetingUrl ?? '' })}>
            {texts.openMeeting}
          </Button>
        ) : null}
        {moves.length > 0 ? (
          <View className="h-row wrap w-buttons">
            {moves.map((move) => (
              <Button key={move} look={LOOKS[move] ?? 'ghost'} onPress={() => setOpen(move)}>
                {texts.bookingMoves[move]}
              </Button>
            ))}
          </View>
        ) : null}
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
