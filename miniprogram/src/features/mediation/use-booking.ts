import type { BookingView, Mode, SlotView } from '@shared/mediation/schemas'
import { useState } from 'react'
import { toast, toastError } from '@/components/toast'
import { back } from '@/lib/navigate'
import { isProblem } from '@/lib/problem'
import { invalidate } from '@/lib/query'
import { call } from '@/lib/request'
import { askSubscriptions } from '@/lib/subscribe'
import { useAct } from '@/lib/use-act'
import { texts } from './texts'

/** What has been chosen so far; a change of mode or day lets go of the time. */
export const useChoice = () => {
  const [mode, setMode] = useState<Mode>('onsite')
  const [any, setAny] = useState(false)
  const [day, setDay] = useState<string | null>(null)
  const [slot, setSlot] = useState<SlotView | null>(null)
  const [venueId, setVenueId] = useState<string | null>(null)
  const clear = () => {
    setSlot(null)
    setVenueId(null)
  }
  const andClear =
    <T>(set: (value: T) => void) =>
    (next: T) => {
      set(next)
      clear()
    }
  return {
    mode,
    /** Whether times of other mediators are shown as well. */
    any,
    day,
    slot,
    venueId: slot && mode === 'onsite' ? (venueId ?? slot.venueIds[0] ?? null) : null,
    clear,
    pickMode: andClear(setMode),
    pickAny: andClear(setAny),
    pickDay: andClear<string>(setDay),
    pickSlot: (next: SlotView) => {
      setSlot(next)
      setVenueId(null)
    },
    setVenueId,
  }
}
type Choice = ReturnType<typeof useChoice>

const bodyOf = ({ slot, mode, venueId }: Choice) => (slot ? { startsAt: slot.startsAt, mode, ...(venueId ? { venueId } : {}) } : null)

/** Asks for a place; says so when somebody else was quicker. */
const useAsk = (choice: Choice) => {
  const { busy, act } = useAct()
  const ask = (work: (key: string) => Promise<unknown>) => {
    void askSubscriptions(['session', 'caseProgress', 'message'])
    void act(work, (error) => {
      if (!isProblem(error, 'slot_taken')) return toastError(error)
      toast(texts.taken)
      choice.clear()
      void invalidate('slots.list')
    })
  }
  return { busy, ask }
}

/** Has the chosen place kept for a few minutes. */
export const useHold = (caseId: string, choice: Choice, onHeld: (booking: BookingView) => void) => {
  const { busy, ask } = useAsk(choice)
  const hold = () => {
    const body = bodyOf(choice)
    if (!body) return
    ask(async (key) => {
      onHeld(await call('bookings.create', { params: { id: caseId }, body: { ...body, hold: true }, key }))
      await invalidate('cases.get')
    })
  }
  return { busy, hold }
}

/** Moves an appointment that there is to the chosen place, with another mediator when that was chosen. */
export const useReschedule = (bookingId: string, choice: Choice, mediatorId: string | undefined) => {
  const { busy, ask } = useAsk(choice)
  const reschedule = () => {
    const body = bodyOf(choice)
    if (!body) return
    ask(async () => {
      const other = choice.any && mediatorId ? { mediatorId } : {}
      await call('bookings.move', { params: { id: bookingId }, body: { move: 'reschedule', ...body, ...other } })
      await invalidate('cases.get', 'cases.list', 'slots.list')
      toast(texts.rescheduled)
      back()
    })
  }
  return { busy, reschedule }
}
