import { ABSENT, type BookingMove, type BookingView } from '@shared/mediation/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Option } from '@/components/option'
import { Sheet } from '@/components/sheet'
import { toast, toastError } from '@/components/toast'
import { isProblem } from '@/lib/problem'
import { call } from '@/lib/request'
import { useAct } from '@/lib/use-act'
import { texts } from '../texts'
import { answersFor } from './booking-state'

type Absent = (typeof ABSENT)[number]
const LINK = /^https:\/\/[^\s<>"]{4,300}$/

const WhoAbsent = ({ chosen, onChange }: { chosen: readonly Absent[]; onChange: (absent: Absent[]) => void }) => (
  <View className="h-col tight" role="group" aria-label={texts.whoAbsent}>
    <Text className="h-bold">{texts.whoAbsent}</Text>
    {ABSENT.map((each) => (
      <Option
        key={each}
        many
        title={texts.absent[each]}
        on={chosen.includes(each)}
        onPress={() => onChange(chosen.includes(each) ? chosen.filter((one) => one !== each) : [...chosen, each])}
      />
    ))}
  </View>
)

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
  const [absent, setAbsent] = useState<Absent[]>([])
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
      const body = {
        move,
        ...(words ? { reason: words } : {}),
        ...(wantsLink && link.trim() ? { meetingUrl: link.trim() } : {}),
        ...(move === 'noShow' ? { absent } : {}),
      }
      await call('bookings.move', { params: { id: booking.id }, body })
      toast(texts.bookingDone)
      onClose()
      await onDone()
    }, onError)
  const others = move === 'confirm' ? answersFor(booking).map((each) => texts.speakers[each]) : []
  const lacking = bad || (needsReason && !reason.trim()) || (move === 'noShow' && absent.length === 0)
  return (
    <Sheet open title={others.length > 0 ? texts.answerFor(others.join('、')) : texts.bookingMoves[move]} onClose={onClose}>
      <Text>{others.length > 0 ? texts.answerForNote(others.join('、')) : texts.bookingAsk[move]}</Text>
      {move === 'noShow' ? <WhoAbsent chosen={absent} onChange={setAbsent} /> : null}
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
      <Button look={move === 'cancel' ? 'danger' : 'primary'} busy={busy} disabled={lacking} onPress={make}>
        {texts.confirmMove(texts.bookingMoves[move])}
      </Button>
    </Sheet>
  )
}
