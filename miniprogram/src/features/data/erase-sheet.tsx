import { Text } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Sheet } from '@/components/sheet'
import { toast } from '@/components/toast'
import { openTab } from '@/lib/navigate'
import { call } from '@/lib/request'
import { forget } from '@/lib/session'
import { useAct } from '@/lib/use-act'
import { texts } from './texts'

/** What has to be typed; the service asks for the same. */
const CONFIRM = '注销账号'

const Form = ({ onClose }: { onClose: () => void }) => {
  const [words, setWords] = useState('')
  const [error, setError] = useState('')
  const { busy, act } = useAct()
  const write = (next: string) => {
    setError('')
    setWords(next)
  }
  const erase = () => {
    if (words.trim() !== CONFIRM) return setError(texts.eraseWrong(CONFIRM))
    void act(async () => {
      await call('me.erase', { body: { confirm: CONFIRM } })
      forget()
      toast(texts.erased)
      openTab('home')
    })
  }
  return (
    <>
      <Text>{texts.eraseNote}</Text>
      <Text className="h-bold">{texts.eraseAsk(CONFIRM)}</Text>
      <Field label={texts.eraseLabel} value={words} onChange={write} placeholder={CONFIRM} max={10} error={error} />
      <Button look="danger" busy={busy} onPress={erase}>
        {texts.eraseSend}
      </Button>
      <Button look="ghost" onPress={onClose}>
        {texts.keep}
      </Button>
    </>
  )
}

/** Erasure cannot be taken back, so it asks for words to be typed. */
export const EraseSheet = ({ open, onClose }: { open: boolean; onClose: () => void }) => (
  <Sheet open={open} title={texts.eraseTitle} onClose={onClose}>
    <Form onClose={onClose} />
  </Sheet>
)
