import { Microphone } from '@nutui/icons-react-taro'
import { Text } from '@tarojs/components'
import { Button } from '@/components/button'
import { ProgressBar } from '@/components/progress-bar'
import { Sheet } from '@/components/sheet'
import { type KeptFile, keepFile } from '@/lib/kept-files'
import { LONGEST_RECORDING } from '@/lib/recorder'
import { useRecorder } from '@/lib/use-recorder'
import { texts } from './texts'

interface Props {
  open: boolean
  onClose: () => void
  onDone: (voice: KeptFile) => void
}

const Recorder = ({ onClose, onDone }: Omit<Props, 'open'>) => {
  const { state, seconds, start, stop } = useRecorder(async (file, length) => {
    onDone(await keepFile(file, length))
    onClose()
  })
  if (state === 'recording') {
    return (
      <>
        <Text className="h-head">{texts.voiceGoing(seconds, LONGEST_RECORDING)}</Text>
        <ProgressBar share={seconds / LONGEST_RECORDING} label={texts.voiceGoing(seconds, LONGEST_RECORDING)} />
        <Button onPress={() => void stop()}>{texts.voiceStop}</Button>
      </>
    )
  }
  return (
    <>
      <Text>{state === 'failed' ? texts.voiceFailed : state === 'working' ? texts.voiceWorking : texts.voiceIdle}</Text>
      <Button busy={state === 'working'} icon={<Microphone size={22} color="#FFFFFF" />} onPress={() => void start()}>
        {texts.voiceStart}
      </Button>
    </>
  )
}

/** Asks for up to a minute of speech. */
export const VoiceSheet = ({ open, onClose, onDone }: Props) => (
  <Sheet open={open} title={texts.voiceTitle} onClose={onClose}>
    <Recorder onClose={onClose} onDone={onDone} />
  </Sheet>
)
