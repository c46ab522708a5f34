import type { DemandView } from '@shared/feedback/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Option, Pick } from '@/components/option'
import { Sheet } from '@/components/sheet'
import { toast } from '@/components/toast'
import { invalidate } from '@/lib/query'
import { call } from '@/lib/request'
import { toastAnd, useAct } from '@/lib/use-act'
import { texts } from './texts'

const refresh = () => invalidate('demands.list', 'demands.forCase', 'cases.get')
const SIDES = ['applicant', 'respondent'] as const

/** The handler asks the centre about something that nobody could do. */
export const RaiseSheet = ({ caseId, onClose }: { caseId: string; onClose: () => void }) => {
  const [side, setSide] = useState<(typeof SIDES)[number]>('applicant')
  const [what, setWhat] = useState('')
  const [why, setWhy] = useState('')
  const { busy, act } = useAct()
  const raise = () =>
    act(async (key) => {
      await call('demands.raise', { params: { id: caseId }, body: { side, what: what.trim(), why: why.trim() }, key })
      toast(texts.raised)
      onClose()
      await refresh()
    })
  return (
    <Sheet open title={texts.raiseTitle} onClose={onClose}>
      <Text className="h-note">{texts.raiseNote}</Text>
      <View className="h-picks w-halves" role="radiogroup" aria-label={texts.raiseSide}>
        {SIDES.map((each) => (
          <Pick key={each} title={texts.sides[each]} on={each === side} onPress={() => setSide(each)} />
        ))}
      </View>
      <Field label={texts.raiseWhat} value={what} onChange={setWhat} max={300} long="short" placeholder={texts.raiseWhatPlaceholder} />
      <Field label={texts.raiseWhy} value={why} onChange={setWhy} max={300} long="short" placeholder={texts.raiseWhyPlaceholder} />
      <View className="h-stick">
        <Button busy={busy} disabled={!what.trim() || !why.trim()} onPress={() => void raise()}>
          {texts.raise}
        </Button>
      </View>
    </Sheet>
  )
}

/** The centre judges, once. */
export const JudgeSheet = ({ demand, onClose }: { demand: DemandView; onClose: () => void }) => {
  const [unreasonable, setUnreasonable] = useState<boolean | null>(null)
  const [reason, setReason] = useState('')
  const { busy, act } = useAct()
  const judge = () =>
    act(async () => {
      await call('demands.judge', { params: { id: demand.id }, body: { unreasonable: unreasonable === true, reason: reason.trim() } })
      toast(texts.judged)
      onClose()
      await refresh()
    }, toastAnd(refresh))
  return (
    <Sheet open title={texts.judgeTitle} onClose={onClose}>
      <View className="w-quote">
        <Text>{demand.what}</Text>
      </View>
      <View className="h-col tight" role="radiogroup" aria-label={texts.judge}>
        <Option title={texts.unreasonable} on={unreasonable === true} onPress={() => setUnreasonable(true)} />
        <Option title={texts.reasonable} on={unreasonable === false} onPress={() => setUnreasonable(false)} />
      </View>
      <Field label={texts.judgeReason} value={reason} onChange={setReason} max={300} long="short" />
      <Button busy={busy} disabled={unreasonable === null || !reason.trim()} onPress={() => void judge()}>
        {texts.judge}
      </Button>
    </Sheet>
  )
}
