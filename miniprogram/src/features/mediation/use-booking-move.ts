import type { BookingView } from '@shared/mediation/schemas'
import { toast, toastError } from '@/components/toast'
import { isProblem } from '@/lib/problem'
import { invalidate } from '@/lib/query'
import { call } from '@/lib/request'
import { askSubscriptions } from '@/lib/subscribe'
import { useAct } from '@/lib/use-act'
import { BOOKING_MOVES, texts } from './texts'

export type Asked = keyof typeof BOOKING_MOVES

const refresh = () => invalidate('cases.get', 'cases.list', 'slots.list', 'waiting.get')

/** Confirms, declines or cancels an appointment; when it has become another one meanwhile, shows that. */
export const useBookingMove = (booking: Pick<BookingView, 'id'>, onDone: () => void) => {
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
        const over = isProblem(error, 'hold_expired')
        if (over) toast(texts.heldOver)
        else toastError(error)
        if (!over && !isProblem(error, 'booking_already_moved')) return
        onDone()
        void refresh()
      },
    )
  }
  return { busy, send }
}
