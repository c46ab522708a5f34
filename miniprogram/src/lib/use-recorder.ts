import { useEffect, useRef, useState } from 'react'
import { LONGEST_RECORDING, startRecording } from './recorder'
import type { LocalFile } from './upload'

type State = 'idle' | 'recording' | 'working' | 'failed'

/** Records from a press to the next one, or to the longest that is allowed. */
export const useRecorder = (onDone: (file: LocalFile, seconds: number) => void | Promise<void>) => {
  const [state, setState] = useState<State>('idle')
  const [seconds, setSeconds] = useState(0)
  const running = useRef<Awaited<ReturnType<typeof startRecording>> | null>(null)
  const ticking = useRef<ReturnType<typeof setInterval>>(undefined)

  const end = () => {
    clearInterval(ticking.current)
    const recording = running.current
    running.current = null
    return recording
  }
  const stop = async () => {
    const recording = end()
    if (!recording) return
    setState('working')
    try {
      const { file, seconds: length } = await recording.stop()
      await onDone(file, length)
      setState('idle')
    } catch {
      setState('failed')
    }
  }
  const start = async () => {
    setState('working')
    setSeconds(0)
    try {
      running.current = await startRecording()
      setState('recording')
      const began = Date.now()
      ticking.current = setInterval(() => {
        const passed = Math.floor((Date.now() - began) / 1000)
        setSeconds(passed)
        if (passed >= LONGEST_RECORDING) void stop()
      }, 250)
    } catch {
      setState('failed')
    }
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever leaves while recording wants the microphone off
  useEffect(() => () => void end()?.stop(), [])
  return { state, seconds, start, stop }
}
