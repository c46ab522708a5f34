import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { texts } from './texts'

/** Longer holds, as for a place from the waiting list, are told by the clock and not by the second. */
const HOUR = 60 * 60_000

const words = (left: number): string => {
  if (left > HOUR) return texts.hours(Math.floor(left / HOUR), Math.floor((left % HOUR) / 60_000))
  const seconds = Math.ceil(left / 1000)
  return texts.minutes(Math.floor(seconds / 60), String(seconds % 60).padStart(2, '0'))
}

/** How long something is still kept; says so when it is over. Read out once, not every second. */
export const Countdown = ({ until, onOver }: { until: string; onOver?: () => void }) => {
  const [now, setNow] = useState(() => Date.now())
  const left = Date.parse(until) - now
  const over = left <= 0
  useEffect(() => {
    if (over) return
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [over])
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once, when it is over
  useEffect(() => {
    if (over) onOver?.()
  }, [over])
  return (
    <View className={over ? 'h-late' : 'h-bold'} role="timer">
      <Text>{over ? texts.heldOver : texts.heldLeft(words(left))}</Text>
    </View>
  )
}
