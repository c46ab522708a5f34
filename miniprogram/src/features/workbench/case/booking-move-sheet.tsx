import type { BookingMove, BookingView } from '@shared/mediation/schemas'
import { Text } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Sheet } from '@/components/sheet'
import { toast, toastError } from '@/components/toast'
import { isProblem } from '@/lib/problem'
import { call } from '@/lib/request'
import { useAct } from '@/lib/use-act'
import { texts } from '../texts'

const LINK = /^https:\/\/[^\s<>"]{4,300}$/

interface Props {
  booking: BookingView
  move: BookingMove
  onClose: () => void
  onDone: () => unknown
}

/** Asks once before a session is confirmed, given up or written down as held. */
export const BookingMoveSheet = ({ booking, move, onClose, onDone }: Props) => {
  const [reason, setReason] = useState('')
  const [link, setLink] = useState('')
  const { busy, act } = useAct()
  const wantsLink = move === 'confirm' && booking.mode === 'video'
  // who was to come is told why
  const needsReason = move === 'cancel'
  const bad = wantsLink && link.trim() !== '' && !LINK.test(link.trim())
  const onError = (error: unknown) => {
    toastError(error)
    if (!isProblem(error, 'booking_already_moved')) return
    onClose()
    void onDone()
  }
  const make = () =>
    act(async () => {
      const words = reason.trim()
      const body = { move, ...(words ? { reason: words } : {}), ...(wantsLink && link.trim() ? { meetingUrl: link.trim() } : {}) }
      await call('bookings.move', { params: { id: booking.id }, body })
      toast(texts.bookingDone)
      onClose()
      await onDone()
    }, onError)
  return (
    <Sheet open title={texts.bookingMoves[move]} onClose={onClose}>
      <Text>{texts.bookingAsk[move]}</Text>
      {wantsLink ? (
        <Field
          label={texts.meetingUrl}
          value={link}
          onChange={setLink}
          max={308}
          placeholder="https://"
          error={bad ? texts.meetingUrlBad : undefined}
        />
      ) : null}
      {move === 'confirm' || move === 'finish' ? null : (
        <Field
          label={needsReason ? texts.bookingReasonNeeded : texts.bookingReason}
          value={reason}
          onChange={setReason}
          max={200}
          long="short"
        />
      )}
      <Button look={move === 'cancel' ? 'danger' : 'primary'} busy={busy} disabled={bad || (needsReason && !reason.trim())} onPress={make}>
        {texts.confirmMove(texts.bookingMoves[move])}
      </Button>
    </Sheet>
  )
}
