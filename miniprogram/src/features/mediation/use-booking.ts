import type { Mode, SlotView } from '@shared/mediation/schemas'
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
  const [day, setDay] = useState<string | null>(null)
  const [slot, setSlot] = useState<SlotView | null>(null)
  const [venueId, setVenueId] = useState<string | null>(null)
  const clear = () => {
    setSlot(null)
    setVenueId(null)
  }
  return {
    mode,
    day,
    slot,
    venueId: slot && mode === 'onsite' ? (venueId ?? slot.venueIds[0] ?? null) : null,
    clear,
    pickMode: (next: Mode) => {
      setMode(next)
      clear()
    },
    pickDay: (next: string) => {
      setDay(next)
      clear()
    },
    pickSlot: (next: SlotView) => {
      setSlot(next)
      setVenueId(null)
    },
    setVenueId,
  }
}

/** Books, or moves an appointment that there is; says so when somebody else was quicker. */
export const useBook = (caseId: string, bookingId: string | undefined, choice: ReturnType<typeof useChoice>) => {
  const { busy, act } = useAct()
  const send = (key: string) => {
    const { slot, mode, venueId } = choice
    if (!slot) return Promise.resolve(undefined)
    const what = { startsAt: slot.startsAt, mode, ...(venueId ? { venueId } : {}) }
    return bookingId
      ? call('bookings.move', { params: { id: bookingId }, body: { move: 'reschedule', ...what } })
      : call('bookings.create', { params: { id: caseId }, body: what, key })
  }
  const book = () => {
    void askSubscriptions(['session', 'caseProgress', 'message'])
    void act(
      async (key) => {
        await send(key)
        await invalidate('cases.get', 'cases.list')
        toast(bookingId ? texts.rescheduled : texts.booked)
        back()
      },
      (error) => {
        if (!isProblem(error, 'slot_taken')) return toastError(error)
        toast(texts.taken)
        choice.clear()
        void invalidate('slots.list')
      },
    )
  }
  return { busy, book }
}
