import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from './button'
import { SignatureCanvas } from './signature/canvas'
import { isSignature } from './signature/strokes'
import { useStrokes } from './signature/use-strokes'
import { texts } from './texts'

interface Props {
  /** The strokes, each x, y, x, y … in a square of 1000 × 1000. */
  onDone: (strokes: number[][]) => void
  busy?: boolean
  /** Whose name is to be written. */
  name?: string
  /** The button that ends it. */
  words?: string
}

/** Where somebody signs by hand: big, wide when the telephone is turned, with a way back for every stroke. */
export const SignaturePad = ({ onDone, busy = false, name = '', words = texts.signDone }: Props) => {
  const { strokes, begin, draw, undo, clear, fit } = useStrokes()
  const [missing, setMissing] = useState(false)
  const done = () => {
    if (!isSignature(strokes)) return setMissing(true)
    onDone(strokes)
  }
  const start: typeof begin = (...spot) => {
    setMissing(false)
    begin(...spot)
  }
  return (
    <View className="h-sign">
      <View className="h-sign-pad">
        {strokes.length === 0 ? (
          <View className="h-sign-hint" aria-hidden>
            <Text>{name ? texts.signHint(name) : texts.signHere}</Text>
          </View>
        ) : null}
        <View className="h-sign-line" aria-hidden />
        <SignatureCanvas strokes={strokes} label={texts.signLabel} onBegin={start} onDraw={draw} onSize={fit} />
      </View>
      {missing ? (
        <View className="h-error" role="alert">
          <Text>{texts.signMissing}</Text>
        </View>
      ) : null}
      <View className="h-row h-sign-buttons">
        <Button look="ghost" disabled={strokes.length === 0} onPress={undo}>
          {texts.signUndo}
        </Button>
        <Button look="ghost" disabled={strokes.length === 0} onPress={clear}>
          {texts.signClear}
        </Button>
        <Button className="h-sign-done" busy={busy} onPress={done}>
          {words}
        </Button>
      </View>
    </View>
  )
}
