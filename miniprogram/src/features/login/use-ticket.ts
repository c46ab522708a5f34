import { useEffect, useRef, useState } from 'react'
import { toastError } from '@/components/toast'
import { isPassing } from '@/lib/problem'
import { call, type Output } from '@/lib/request'
import { enterScanned } from '@/lib/session'

const EVERY = 1_500

/** A code to be scanned: fetched, asked after until the telephone has confirmed, renewed by hand when it has expired. */
export const useTicket = (onDone: () => void) => {
  const [ticket, setTicket] = useState<Output<'scanTickets.create'> | null>(null)
  const [expired, setExpired] = useState(false)
  const [failed, setFailed] = useState<unknown>(null)
  const done = useRef(onDone)
  done.current = onDone

  const renew = () => {
    setFailed(null)
    setExpired(false)
    call('scanTickets.create', {}).then(setTicket, setFailed)
  }
  useEffect(renew, [])

  useEffect(() => {
    if (!ticket || expired) return
    let over = false
    const look = async () => {
      try {
        const { session } = await call('scanTickets.redeem', { params: { ticket: ticket.ticket }, body: { secret: ticket.secret } })
        if (over || !session) return
        over = true
        await enterScanned(session)
        done.current()
      } catch (error) {
        if (over || isPassing(error)) return
        over = true
        setExpired(true)
      }
    }
    const timer = setInterval(() => (over ? undefined : void look().catch(toastError)), EVERY)
    return () => {
      over = true
      clearInterval(timer)
    }
  }, [ticket, expired])

  return { ticket, expired, failed, renew }
}
