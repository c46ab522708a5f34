import type { StatementView } from '@shared/consultations/opinion'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Sheet } from '@/components/sheet'
import { toast } from '@/components/toast'
import { invalidate } from '@/lib/query'
import { call } from '@/lib/request'
import { toastAnd, useAct } from '@/lib/use-act'
import { texts } from '../texts'

const reload = () => invalidate('statements.list', 'statements.opinion')

/** Takes a statement away from others, with the reason that its author will read. */
export const HideSheet = ({ id, statement, onClose }: { id: string; statement: StatementView; onClose: () => void }) => {
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const { busy, act } = useAct()
  const hide = () => {
    const words = reason.trim()
    if (!words) return setMissing(true)
    return act(async () => {
      await call('statements.hide', { params: { id, statementId: statement.id }, body: { reason: words } })
      toast(texts.hidden)
      onClose()
      await reload()
    }, toastAnd(reload))
  }
  return (
    <Sheet open title={texts.hideTitle} onClose={onClose}>
      <Text className="h-bold">{statement.text}</Text>
      <Text>{texts.hideNote}</Text>
      <Field
        long="short"
        label={texts.hideReason}
        value={reason}
        onChange={setReason}
        max={200}
        placeholder={texts.hideReasonPlaceholder}
        error={missing && !reason.trim() ? texts.hideMissing : undefined}
      />
      <View className="h-stick">
        <Button look="danger" busy={busy} onPress={() => void hide()}>
          {texts.hideSend}
        </Button>
      </View>
    </Sheet>
  )
}
