import { useRef, useState } from 'react'
import { toastError } from '@/components/toast'
import { newKey } from './keys'
import { isPassing } from './problem'

/**
 * Runs what a press does, one at a time, and says what went wrong. `work` gets an Idempotency-Key that stays the same
 * while an attempt may have arrived without our knowing, so that pressing again does nothing twice.
 */
export const useAct = () => {
  const [busy, setBusy] = useState(false)
  const running = useRef(false)
  const key = useRef(newKey())
  const act = async (work: (key: string) => Promise<unknown>, onError: (error: unknown) => void = toastError): Promise<void> => {
    if (running.current) return
    running.current = true
    setBusy(true)
    try {
      await work(key.current)
      key.current = newKey()
    } catch (error) {
      if (!isPassing(error)) key.current = newKey()
      onError(error)
    } finally {
      running.current = false
      setBusy(false)
    }
  }
  return { busy, act }
}

/** For a press that was refused: says why, and shows how things stand by now. */
export const toastAnd =
  (refresh: () => unknown) =>
  (error: unknown): void => {
    toastError(error)
    void refresh()
  }
