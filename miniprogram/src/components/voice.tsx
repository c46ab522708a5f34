import { PlayStart, PlayStop } from '@nutui/icons-react-taro'
import { Text, View } from '@tarojs/components'
import Taro, { type InnerAudioContext } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { pressable } from './pressable'
import { texts } from './texts'
import { toast } from './toast'

const useSound = (src: string) => {
  const audio = useRef<InnerAudioContext | null>(null)
  const [playing, setPlaying] = useState(false)
  useEffect(
    () => () => {
      audio.current?.destroy()
      audio.current = null
    },
    [],
  )
  const toggle = () => {
    if (playing) {
      audio.current?.stop()
      return setPlaying(false)
    }
    audio.current?.destroy()
    const sound = Taro.createInnerAudioContext()
    sound.src = src
    sound.onEnded(() => setPlaying(false))
    sound.onError(() => {
      setPlaying(false)
      toast(texts.cannotPlay)
    })
    sound.play()
    audio.current = sound
    setPlaying(true)
  }
  return { playing, toggle }
}

/** A voice recording to listen to. `src` is an address or a path on this device. */
export const Voice = ({ src, seconds }: { src: string; seconds?: number | undefined }) => {
  const { playing, toggle } = useSound(src)
  return (
    <View className="h-voice" {...pressable(toggle, { label: playing ? texts.stopVoice : texts.playVoice })}>
      {playing ? <PlayStop size={22} color="#155041" /> : <PlayStart size={22} color="#155041" />}
      <Text>{playing ? texts.playing : texts.playVoice}</Text>
      {seconds ? <Text className="h-note">{texts.seconds(seconds)}</Text> : null}
    </View>
  )
}
