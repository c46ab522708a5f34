import Taro from '@tarojs/taro'
import type { LocalFile } from './upload'
import { toWav } from './wav'

/** The longest recording, seconds: one second under what the service takes, as encoders pad. */
export const LONGEST_RECORDING = 59

interface Recording {
  file: LocalFile
  seconds: number
}
interface Running {
  /** Ends it and gives what was said. */
  stop: () => Promise<Recording>
}

const inBrowser = async (): Promise<Running> => {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
  const recorder = new MediaRecorder(stream)
  const chunks: Blob[] = []
  recorder.ondataavailable = ({ data }) => void chunks.push(data)
  const ended = new Promise<void>((resolve) => {
    recorder.onstop = () => resolve()
  })
  recorder.start()
  return {
    stop: async () => {
      if (recorder.state !== 'inactive') recorder.stop()
      await ended
      for (const track of stream.getTracks()) track.stop()
      const { wav, seconds } = await toWav(new Blob(chunks, { type: recorder.mimeType }))
      return { file: wav, seconds: Math.max(1, Math.round(seconds)) }
    },
  }
}

const inWechat = (): Promise<Running> =>
  new Promise((resolve, reject) => {
    const manager = Taro.getRecorderManager()
    const ended = new Promise<Recording>((finish) => {
      manager.onStop(({ tempFilePath, duration }) => finish({ file: tempFilePath, seconds: Math.max(1, Math.round(duration / 1000)) }))
    })
    manager.onStart(() =>
      resolve({
        stop: () => {
          manager.stop()
          return ended
        },
      }),
    )
    manager.onError(({ errMsg }) => reject(new Error(errMsg)))
    manager.start({ duration: LONGEST_RECORDING * 1000, format: 'mp3', sampleRate: 16_000, numberOfChannels: 1, encodeBitRate: 48_000 })
  })

/** Starts to record; rejects when the microphone may not be used. */
export const startRecording = (): Promise<Running> => (process.env.TARO_ENV === 'h5' ? inBrowser() : inWechat())
