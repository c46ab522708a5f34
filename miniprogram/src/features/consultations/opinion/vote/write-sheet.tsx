import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Sheet } from '@/components/sheet'
import { toast } from '@/components/toast'
import { wordsOf } from '@/lib/problem'
import { invalidate } from '@/lib/query'
import { call } from '@/lib/request'
import { useAct } from '@/lib/use-act'
import { texts } from '../texts'

const MOST = 140
const LEAST = 4

interface Props {
  id: string
  draft: string
  onChange: (draft: string) => void
  onClose: () => void
  onSent: () => void
}

/** A statement of one's own; others see it when its words have been looked at. */
export const WriteSheet = ({ id, draft, onChange, onClose, onSent }: Props) => {
  const { busy, act } = useAct()
  const [wrong, setWrong] = useState('')
  const text = draft.trim()
  const send = () => {
    if (text.length < LEAST) return setWrong(texts.addMissing)
    return act(
      async (key) => {
        await call('statements.add', { params: { id }, body: { text }, key })
        toast(texts.addSent)
        onSent()
        await invalidate('statements.list')
      },
      (error) => setWrong(wordsOf(error)),
    )
  }
  const write = (words: string) => {
    setWrong('')
    onChange(words)
  }
  return (
    <Sheet open title={texts.addTitle} onClose={onClose}>
      <Text>{texts.addNote}</Text>
      <Field
        long="short"
        label={texts.addLabel}
        value={draft}
        onChange={write}
        max={MOST}
        placeholder={texts.addPlaceholder}
        error={wrong || undefined}
      />
      <Text className="h-note">{texts.addSecret}</Text>
      <View className="h-stick">
        <Button busy={busy} onPress={() => void send()}>
          {texts.addSend}
        </Button>
      </View>
    </Sheet>
  )
}
