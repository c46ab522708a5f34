import type { AvoidanceView } from '@shared/dispatch/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Option } from '@/components/option'
import { Sheet } from '@/components/sheet'
import { toast } from '@/components/toast'
import { back } from '@/lib/navigate'
import { invalidate } from '@/lib/query'
import { call } from '@/lib/request'
import { toastAnd, useAct } from '@/lib/use-act'
import { useWide } from '@/lib/wide'
import { Assignees } from '../case/assignees'
import { useDesk } from '../views'
import { texts } from './texts'

const refresh = () => invalidate('avoidance.list', 'avoidance.forCase', 'cases.get', 'cases.list')

/** The centre decides, once, whether the case goes to somebody else. */
export const DecideSheet = ({ request, onClose }: { request: AvoidanceView; onClose: () => void }) => {
  const [granted, setGranted] = useState<boolean | null>(null)
  const [reason, setReason] = useState('')
  const [assigneeId, setAssigneeId] = useState<string | null>(null)
  const { busy, act } = useAct()
  const decide = () =>
    act(async () => {
      const body = { granted: granted === true, reason: reason.trim(), ...(granted && assigneeId ? { assigneeId } : {}) }
      await call('avoidance.decide', { params: { id: request.id }, body })
      toast(texts.decided)
      onClose()
      await refresh()
    }, toastAnd(refresh))
  return (
    <Sheet open title={texts.decideTitle} onClose={onClose}>
      <View className="w-quote">
        <Text>{`${texts.askedBy[request.by]}：${request.reason}`}</Text>
      </View>
      <View className="h-col tight" role="radiogroup" aria-label={texts.decision}>
        <Option title={texts.grant} note={texts.grantNote} on={granted === true} onPress={() => setGranted(true)} />
        <Option title={texts.refuse} note={texts.refuseNote} on={granted === false} onPress={() => setGranted(false)} />
      </View>
      {granted ? (
        <Assignees
          caseId={request.caseId}
          label={texts.toWhom}
          mediatorsOnly
          chosen={assigneeId}
          onChoose={({ id }) => setAssigneeId(id === assigneeId ? null : id)}
        />
      ) : null}
      <Field label={texts.decideReason} value={reason} onChange={setReason} max={300} long="short" />
      <View className="h-stick">
        <Button busy={busy} disabled={granted === null || !reason.trim()} onPress={() => void decide()}>
          {texts.decide}
        </Button>
      </View>
    </Sheet>
  )
}

/** A mediator says that the case must not be theirs; it goes to somebody else at once. */
export const DeclareSheet = ({ caseId, onClose }: { caseId: string; onClose: () => void }) => {
  const [reason, setReason] = useState('')
  const wide = useWide()
  const { busy, act } = useAct()
  const declare = () =>
    act(async (key) => {
      await call('avoidance.ask', { params: { id: caseId }, body: { reason: reason.trim() }, key })
      toast(texts.declared)
      onClose()
      // the case is no longer the reader's to see
      if (wide) useDesk.setState({ selected: null })
      else back()
      await invalidate('cases.list', 'bookings.calendar')
    })
  return (
    <Sheet open title={texts.declareTitle} onClose={onClose}>
      <Text>{texts.declareNote}</Text>
      <Field
        label={texts.declareReason}
        value={reason}
        onChange={setReason}
        max={300}
        long="short"
        placeholder={texts.declarePlaceholder}
      />
      <Button look="danger" busy={busy} disabled={!reason.trim()} onPress={() => void declare()}>
        {texts.declare}
      </Button>
    </Sheet>
  )
}
