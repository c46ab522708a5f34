import {
  FOLLOW_UP_METHOD_NAMES,
  FOLLOW_UP_METHODS,
  FOLLOW_UP_RESULT_NAMES,
  FOLLOW_UP_RESULTS,
  type FollowUpView,
} from '@shared/feedback/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Option, Pick } from '@/components/option'
import { Sheet } from '@/components/sheet'
import { toast } from '@/components/toast'
import { invalidate } from '@/lib/query'
import { call } from '@/lib/request'
import { useAct } from '@/lib/use-act'
import { texts } from './texts'

type Method = (typeof FOLLOW_UP_METHODS)[number]
type Result = (typeof FOLLOW_UP_RESULTS)[number]

/** How one asked, whether the promises were kept, and what was said. */
export const FollowUpSheet = ({ followUp, onClose }: { followUp: FollowUpView; onClose: () => void }) => {
  const [method, setMethod] = useState<Method>(followUp.answers.length > 0 ? 'form' : 'phone')
  const [result, setResult] = useState<Result | null>(followUp.answers[0]?.result ?? null)
  const [note, setNote] = useState('')
  const { busy, act } = useAct()
  const save = () =>
    act(async () => {
      if (!result) return
      await call('followUps.record', { params: { id: followUp.id }, body: { method, result, note: note.trim() } })
      toast(texts.saved)
      onClose()
      await invalidate('followUps.list', 'followUps.forCase', 'docket.get')
    })
  return (
    <Sheet open title={`${texts.doFollowUp} · ${texts.round(followUp.round)}`} onClose={onClose}>
      <Text className="h-bold">{texts.how}</Text>
      <View className="h-picks" role="radiogroup" aria-label={texts.how}>
        {FOLLOW_UP_METHODS.map((each) => (
          <Pick key={each} title={FOLLOW_UP_METHOD_NAMES[each]} on={each === method} onPress={() => setMethod(each)} />
        ))}
      </View>
      <Text className="h-bold">{texts.result}</Text>
      <View className="h-col tight" role="radiogroup" aria-label={texts.result}>
        {FOLLOW_UP_RESULTS.map((each) => (
          <Option key={each} title={FOLLOW_UP_RESULT_NAMES[each]} on={each === result} onPress={() => setResult(each)} />
        ))}
      </View>
      <Field label={texts.what} value={note} onChange={setNote} max={1000} long="short" placeholder={texts.whatPlaceholder} />
      <View className="h-stick">
        <Button busy={busy} disabled={!result || !note.trim()} onPress={() => void save()}>
          {texts.doFollowUp}
        </Button>
      </View>
    </Sheet>
  )
}
