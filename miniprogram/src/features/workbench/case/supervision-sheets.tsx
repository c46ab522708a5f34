import { Text } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Sheet } from '@/components/sheet'
import { toast } from '@/components/toast'
import { invalidate } from '@/lib/query'
import { call } from '@/lib/request'
import { useAct } from '@/lib/use-act'
import { DueField, endOf } from './due-field'
import { texts } from './texts'

const reload = () => invalidate('supervisions.forCase', 'supervisions.list', 'cases.get')
const due = (day: string) => (day ? { dueAt: endOf(day) } : {})

/** Asks the owner something that must be answered. */
export const SuperviseSheet = ({ caseId, onClose }: { caseId: string; onClose: () => void }) => {
  const [text, setText] = useState('')
  const [day, setDay] = useState('')
  const { busy, act } = useAct()
  const send = () =>
    act(async (key) => {
      await call('supervisions.start', { params: { id: caseId }, body: { text: text.trim(), ...due(day) }, key })
      toast(texts.supervised)
      onClose()
      await reload()
    })
  return (
    <Sheet open title={texts.superviseTitle} onClose={onClose}>
      <Text className="h-note">{texts.superviseNote}</Text>
      <Field label={texts.superviseWhat} value={text} onChange={setText} max={500} long="short" placeholder={texts.supervisePlaceholder} />
      <DueField label={texts.superviseDue} value={day} onChange={setDay} />
      <Button busy={busy} disabled={!text.trim()} onPress={() => void send()}>
        {texts.superviseSend}
      </Button>
    </Sheet>
  )
}

/** The owner's answer. */
export const ReplySheet = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const [text, setText] = useState('')
  const { busy, act } = useAct()
  const send = () =>
    act(async () => {
      await call('supervisions.reply', { params: { id }, body: { text: text.trim() } })
      toast(texts.replied)
      onClose()
      await reload()
    })
  return (
    <Sheet open title={texts.supervisionReply} onClose={onClose}>
      <Field label={texts.replyLabel} value={text} onChange={setText} max={1000} long />
      <Button busy={busy} disabled={!text.trim()} onPress={() => void send()}>
        {texts.replySend}
      </Button>
    </Sheet>
  )
}

/** Not satisfied: asks once more. */
export const AgainSheet = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const [text, setText] = useState('')
  const [day, setDay] = useState('')
  const { busy, act } = useAct()
  const send = () =>
    act(async () => {
      await call('supervisions.judge', { params: { id }, body: { done: false, text: text.trim(), ...due(day) } })
      toast(texts.judged)
      onClose()
      await reload()
    })
  return (
    <Sheet open title={texts.judgeAgain} onClose={onClose}>
      <Field label={texts.againLabel} value={text} onChange={setText} max={500} long="short" />
      <DueField label={texts.superviseDue} value={day} onChange={setDay} />
      <Button busy={busy} disabled={!text.trim()} onPress={() => void send()}>
        {texts.superviseSend}
      </Button>
    </Sheet>
  )
}
