import type { Understanding } from '@shared/understanding/schemas'
import { useEffect, useState } from 'react'
import { useNetwork } from '@/lib/network'
import { call } from '@/lib/request'
import { useApp } from '@/lib/store'
import { type Draft, lastPlace } from './draft'
import { understoodAs } from './understanding'

/** How long one must have stopped writing before the service is asked, milliseconds. */
const PAUSE = 700
/** Less than this says nothing. */
const LEAST = 4

const placeOf = ({ region, point }: Pick<Draft, 'region' | 'point'>) => ({
  ...(region.length > 0 ? { regionCode: region.at(-1)?.code ?? '' } : {}),
  ...(point ? { location: { type: 'Point' as const, coordinates: point } } : {}),
})

/**
 * What the service understands of the words while they are written: asked after a pause, an answer to words that have
 * changed meanwhile is dropped, and nothing waits for it. Without a network or a login the device's own guess stays.
 */
export const useUnderstanding = (draft: Draft, change: (part: Partial<Draft>) => void, writing: boolean): Understanding | null => {
  const [answer, setAnswer] = useState<{ text: string; understanding: Understanding } | null>(null)
  const online = useNetwork((state) => state.online)
  const signedIn = useApp((state) => state.status === 'in')
  const text = draft.text.trim()
  const asks = writing && online && signedIn && text.length >= LEAST && answer?.text !== text
  // biome-ignore lint/correctness/useExhaustiveDependencies: only other words, or a chance to ask at last, begin anew
  useEffect(() => {
    if (!asks) return
    let dropped = false
    const ask = async () => {
      const place = placeOf(draft.region.length > 0 ? draft : (lastPlace() ?? draft))
      const understanding = await call('understanding.read', { body: { text, ...place } })
      if (dropped) return
      setAnswer({ text, understanding })
      change({ understood: understoodAs(text, understanding) })
    }
    const timer = setTimeout(() => void ask().catch(() => undefined), PAUSE)
    return () => {
      dropped = true
      clearTimeout(timer)
    }
  }, [text, asks])
  return answer && text !== '' && text.startsWith(answer.text) ? answer.understanding : null
}
