import type { BookingView } from '@shared/mediation/schemas'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Chip } from '@/components/chip'
import { toast } from '@/components/toast'
import { ReasonSheet } from '@/features/cases/reason-sheet'
import { open } from '@/lib/navigate'
import { invalidate } from '@/lib/query'
import { timeWords } from '@/lib/time'
import { BookingFacts } from './booking-facts'
import { type Side, standing, upcoming } from './booking-words'
import { Countdown } from './countdown'
import { KeepInCalendar } from './keep-in-calendar'
import { BOOKING_MOVES, texts } from './texts'
import { useBookingMove } from './use-booking-move'

/** What asks for a reason; a yes is one press. */
type Why = 'decline' | 'cancel'

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

interface ButtonsProps {
  booking: BookingView
  busy: boolean
  onConfirm: () => void
  onAsk: (move: Why) => void
}

const Buttons = ({ booking, busy, onConfirm, onAsk }: ButtonsProps) => (
  <>
    {booking.can.includes('confirm') ? (
      <Button busy={busy} onPress={onConfirm}>
        {BOOKING_MOVES.confirm.button}
      </Button>
    ) : null}
    {booking.can.includes('decline') ? (
      <Button look="ghost" onPress={() => onAsk('decline')}>
        {BOOKING_MOVES.decline.button}
      </Button>
    ) : null}
    {booking.status === 'confirmed' ? <KeepInCalendar booking={booking} /> : null}
    {booking.can.includes('cancel') && !booking.can.includes('decline') ? (
      <Button look="text" onPress={() => onAsk('cancel')}>
        {BOOKING_MOVES.cancel.button}
      </Button>
    ) : null}
  </>
)

/** By when it can still be changed, or whom to ask when it cannot any more. */
const changeWords = ({ status, can, changeableUntil }: BookingView, now: number = Date.now()): string => {
  if (can.includes('reschedule') || can.includes('cancel')) return texts.changeable(timeWords(changeableUntil))
  return status === 'confirmed' && Date.parse(changeableUntil) < now ? texts.tooLate : ''
}

const Shown = ({ booking, side }: { booking: BookingView; side: Side }) => {
  const [asked, setAsked] = useState<Why | null>(null)
  const { busy, send } = useBookingMove(booking, () => setAsked(null))
  return (
    <Card>
      <View className="h-col tight">
        <View className="h-row spread">
          <Text className="h-bold">{texts.cardTitle}</Text>
          <Chip tone={booking.status === 'confirmed' ? 'bamboo' : 'amber'}>{standing(booking, side)}</Chip>
        </View>
        <BookingFacts booking={booking} side={side} />
        {booking.meetingUrl ? <Meeting url={booking.meetingUrl} /> : null}
        <Buttons booking={booking} busy={busy} onConfirm={() => send('confirm', '')} onAsk={setAsked} />
        {changeWords(booking) ? <Text className="h-note">{changeWords(booking)}</Text> : null}
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
          required
          onClose={() => setAsked(null)}
          onSend={(reason) => send(asked, reason)}
        />
      ) : null}
    </Card>
  )
}

/** A place that is kept while its holder thinks it over: one press asks the others. */
export const HeldCard = ({ booking, onBack }: { booking: BookingView; onBack: () => void }) => {
  const { busy, send } = useBookingMove(booking, () => undefined)
  return (
    <Card tone="amber">
      <View className="h-col tight">
        <Text className="h-head">{texts.heldTitle}</Text>
        <BookingFacts booking={{ ...booking, waitsFor: [] }} side="applicant" big />
        {booking.heldUntil ? <Countdown until={booking.heldUntil} onOver={() => void invalidate('cases.get', 'slots.list')} /> : null}
        <Text className="h-note">{texts.heldNote}</Text>
        <View className="h-row h-pair">
          <Button look="ghost" onPress={onBack}>
            {texts.heldBack}
          </Button>
          <Button busy={busy} onPress={() => send('confirm', '')}>
            {texts.heldConfirm}
          </Button>
        </View>
        {booking.can.includes('decline') ? (
          <Button look="text" onPress={() => send('decline', texts.giveUp)}>
            {texts.giveUp}
          </Button>
        ) : null}
      </View>
    </Card>
  )
}

/** An appointment that is still to come, with what the reader can do about it. */
export const BookingCard = ({ booking, side }: { booking: BookingView | null; side: Side }) => {
  if (!booking || !upcoming(booking)) return null
  if (booking.status !== 'held') return <Shown booking={booking} side={side} />
  // somebody else is choosing: nothing to tell yet
  return booking.can.includes('confirm') ? <HeldCard booking={booking} onBack={() => open('booking', { id: booking.caseId })} /> : null
}
