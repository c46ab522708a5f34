import type { CaseView } from '@shared/cases/schemas'
import { type BookingView, MODE_NAMES, MODES, type Mode, type SlotView } from '@shared/mediation/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Option, Pick } from '@/components/option'
import { Sheet } from '@/components/sheet'
import { EmptyState, ErrorState, Loading } from '@/components/states'
import { toast, toastError } from '@/components/toast'
import { Toggle } from '@/components/toggle'
import { SlotPicker } from '@/features/mediation/slot-picker'
import { DAYS_AHEAD, oneOfEach } from '@/features/mediation/slot-words'
import { isProblem } from '@/lib/problem'
import { invalidate, useCall } from '@/lib/query'
import { call } from '@/lib/request'
import { clockOf, dateOf, dayWords } from '@/lib/time'
import { useAct } from '@/lib/use-act'
import { texts } from '../texts'
import { JoinWaiting } from './waiting'

const DAY = 86_400_000

interface SlotsProps {
  caseId: string
  mode: Mode
  /** Also with colleagues who could take the case over. */
  any: boolean
  ownerId: string | undefined
  chosen: SlotView | null
  onChoose: (slot: SlotView) => void
  onWaiting: () => void
}

const Slots = ({ caseId, mode, any, ownerId, chosen, onChoose, onWaiting }: SlotsProps) => {
  const [day, setDay] = useState<string | null>(null)
  const mediator = any ? { mediator: 'any' as const } : {}
  const query = { mode, from: dateOf(Date.now()), to: dateOf(Date.now() + DAYS_AHEAD * DAY), ...mediator }
  const slots = useCall('slots.list', { params: { id: caseId }, query }, { staleTime: 0 })
  if (slots.isPending) return <Loading cards={1} />
  if (slots.isError) return <ErrorState error={slots.error} onRetry={() => void slots.refetch()} />
  if (slots.data.items.length === 0) {
    return (
      <>
        <EmptyState title={texts.noSlots} note={texts.noSlotsNote} />
        <JoinWaiting caseId={caseId} mode={mode} onDone={onWaiting} />
      </>
    )
  }
  const free = oneOfEach(slots.data.items, ownerId)
  return <SlotPicker slots={free} day={day} chosen={chosen?.startsAt ?? null} onDay={setDay} onPick={onChoose} />
}

interface VenuesProps {
  regionCode: string
  ids: readonly string[]
  chosen: string | undefined
  onChoose: (id: string) => void
}

const Venues = ({ regionCode, ids, chosen, onChoose }: VenuesProps) => {
  const venues = useCall('venues.list', { query: { regionCode } }, { staleTime: 600_000 })
  const free = (venues.data?.items ?? []).filter(({ id }) => ids.includes(id))
  return (
    <View className="h-col" role="radiogroup" aria-label={texts.where}>
      <Text className="h-bold">{texts.where}</Text>
      {free.map(({ id, name, address }) => (
        <Option key={id} title={name} note={address} on={id === chosen} onPress={() => onChoose(id)} />
      ))}
    </View>
  )
}

const useSlotChoice = (booking: BookingView | null) => {
  const [mode, setMode] = useState<Mode>(booking?.mode ?? 'onsite')
  const [any, setAny] = useState(false)
  const [slot, setSlot] = useState<SlotView | null>(null)
  const [venue, setVenue] = useState<string>()
  const venueId = mode === 'onsite' ? (venue && slot?.venueIds.includes(venue) ? venue : slot?.venueIds[0]) : undefined
  return {
    mode,
    any,
    slot,
    venueId,
    setSlot,
    setVenue,
    pickMode: (next: Mode) => {
      setMode(next)
      setSlot(null)
    },
    pickAny: (next: boolean) => {
      setAny(next)
      setSlot(null)
    },
  }
}

interface Props {
  view: CaseView
  /** The session to be moved; null to propose a first one. */
  booking: BookingView | null
  onClose: () => void
  onDone: () => unknown
}

/** Chooses how, when and where, among the times that everybody has free. */
export const SlotSheet = ({ view, booking, onClose, onDone }: Props) => {
  const choice = useSlotChoice(booking)
  const { busy, act } = useAct()
  const ownerId = booking?.mediator.id ?? view.assignee?.id
  const { mode, slot, venueId } = choice
  // a colleague who would take the case over
  const newcomer = slot?.mediator && slot.mediator.id !== ownerId ? slot.mediator : undefined
  const onError = (error: unknown) => {
    toastError(error)
    if (!isProblem(error, 'slot_taken')) return
    choice.setSlot(null)
    void invalidate('slots.list')
  }
  const send = () =>
    act(async (key) => {
      if (!slot) return
      const body = { startsAt: slot.startsAt, mode, ...(venueId ? { venueId } : {}) }
      const moved = { move: 'reschedule' as const, ...body, ...(newcomer ? { mediatorId: newcomer.id } : {}) }
      if (booking) await call('bookings.move', { params: { id: booking.id }, body: moved })
      else await call('bookings.create', { params: { id: view.id }, body, key })
      toast(booking ? texts.rescheduled : texts.proposed)
      onClose()
      await onDone()
    }, onError)
  return (
    <Sheet open title={booking ? texts.reschedule : texts.proposeTitle} onClose={onClose}>
      <View className="h-row w-slots" role="radiogroup" aria-label={texts.how}>
        {MODES.map((each) => (
          <Pick key={each} title={MODE_NAMES[each]} on={each === mode} onPress={() => choice.pickMode(each)} />
        ))}
      </View>
      {booking ? <Toggle title={texts.anyMediator} note={texts.anyMediatorNote} on={choice.any} onChange={choice.pickAny} /> : null}
      <Text className="h-note">{texts.proposeNote}</Text>
      <Slots caseId={view.id} mode={mode} any={choice.any} ownerId={ownerId} chosen={slot} onChoose={choice.setSlot} onWaiting={onClose} />
      {mode === 'onsite' && slot && slot.venueIds.length > 1 ? (
        <Venues regionCode={view.regionCode} ids={slot.venueIds} chosen={venueId} onChoose={choice.setVenue} />
      ) : null}
      <View className="h-stick h-col tight">
        {newcomer ? <Text className="h-bold">{texts.withMediator(newcomer.name)}</Text> : null}
        <Button busy={busy} disabled={!slot} onPress={() => void send()}>
          {slot ? `${dayWords(slot.startsAt)} ${clockOf(slot.startsAt)} · ${texts.proposeSend}` : texts.proposeSend}
        </Button>
      </View>
    </Sheet>
  )
}
