import { type BookingView, MODE_NAMES } from '@shared/mediation/schemas'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Chip } from '@/components/chip'
import { toast, toastError } from '@/components/toast'
import { ReasonSheet } from '@/features/cases/reason-sheet'
import { isProblem } from '@/lib/problem'
import { invalidate } from '@/lib/query'
import { call } from '@/lib/request'
import { askSubscriptions } from '@/lib/subscribe'
import { clockOf, fullTimeWords } from '@/lib/time'
import { useAct } from '@/lib/use-act'
import { standing, upcoming } from './booking-words'
import { BOOKING_MOVES, texts } from './texts'

type Asked = keyof typeof BOOKING_MOVES

const refresh = () => invalidate('cases.get', 'cases.list', 'slots.list')

const useBookingMove = (booking: BookingView, onDone: () => void) => {
  const { busy, act } = useAct()
  const send = (move: Asked, reason: string) => {
    void askSubscriptions(['session'])
    void act(
      async () => {
        await call('bookings.move', { params: { id: booking.id }, body: { move, ...(reason ? { reason } : {}) } })
        onDone()
        toast(BOOKING_MOVES[move].done)
        await refresh()
      },
      (error) => {
        toastError(error)
        if (!isProblem(error, 'booking_already_moved')) return
        onDone()
        void refresh()
      },
    )
  }
  return { busy, send }
}

const Meeting = ({ url }: { url: string }) => {
  const copy = () => {
    void Taro.setClipboardData({ data: url }).then(() => toast(texts.copied))
  }
  return (
    <Button look="ghost" onPress={copy}>
      {texts.copyMeeting}
    </Button>
  )
}

const Buttons = ({ booking, onAsk }: { booking: BookingView; onAsk: (move: Asked) => void }) => (
  <>
    {booking.can.includes('confirm') ? <Button onPress={() => onAsk('confirm')}>{BOOKING_MOVES.confirm.button}</Button> : null}
    {booking.can.includes('decline') ? (
      <Button look="ghost" onPress={() => onAsk('decline')}>
        {BOOKING_MOVES.decline.button}
      </Button>
    ) : null}
    {booking.can.includes('cancel') && !booking.can.includes('decline') ? (
      <Button look="text" onPress={() => onAsk('cancel')}>
        {BOOKING_MOVES.cancel.button}
      </Button>
    ) : null}
  </>
)

const Shown = ({ booking }: { booking: BookingView }) => {
  const [asked, setAsked] = useState<Asked | null>(null)
  const { busy, send } = useBookingMove(booking, () => setAsked(null))
  const place = booking.venue ? [texts.room(booking.venue.name, booking.venue.room), booking.venue.address].join('，') : ''
  return (
    <Card>
      <View className="h-col tight">
        <View className="h-row spread">
          <Text className="h-bold">{texts.cardTitle}</Text>
          <Chip tone={booking.status === 'confirmed' ? 'bamboo' : 'amber'}>{standing(booking)}</Chip>
        </View>
        <Text>{`${fullTimeWords(booking.startsAt)}–${clockOf(booking.endsAt)}`}</Text>
        <Text className="h-note">
          {[MODE_NAMES[booking.mode], place, texts.mediator(booking.mediator.name)].filter(Boolean).join(' · ')}
        </Text>
        {booking.meetingUrl ? <Meeting url={booking.meetingUrl} /> : null}
        <Buttons booking={booking} onAsk={setAsked} />
      </View>
      {asked ? (
        <ReasonSheet
          open
          title={BOOKING_MOVES[asked].title}
          note={BOOKING_MOVES[asked].note}
          reasons={BOOKING_MOVES[asked].reasons}
          button={BOOKING_MOVES[asked].button}
          busy={busy}
          final={asked === 'cancel'}
          required={asked !== 'confirm'}
          onClose={() => setAsked(null)}
          onSend={(reason) => send(asked, reason)}
        />
      ) : null}
    </Card>
  )
}

/** An appointment that is still to come, with what the reader can do about it. */
export const BookingCard = ({ booking }: { booking: BookingView | null }) =>
  booking && upcoming(booking) ? <Shown booking={booking} /> : null
