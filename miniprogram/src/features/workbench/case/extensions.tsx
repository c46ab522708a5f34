import type { DeadlineKind } from '@shared/cases/moves'
import { DEADLINE_NAMES } from '@shared/deadlines/limits'
import type { ExtensionView } from '@shared/supervision/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Chip } from '@/components/chip'
import { Field } from '@/components/field'
import { Option } from '@/components/option'
import { Sheet } from '@/components/sheet'
import { toast } from '@/components/toast'
import { invalidate, useCall } from '@/lib/query'
import { call } from '@/lib/request'
import { timeWords } from '@/lib/time'
import { useAct } from '@/lib/use-act'
import { Stepper } from '../calendar/stepper'
import { texts } from './texts'
import type { PartProps } from './use-staff-case'

const LONGEST = 60
const TONES = { open: 'amber', granted: 'bamboo', refused: 'neutral' } as const

const AskSheet = ({ view, onClose }: PartProps & { onClose: () => void }) => {
  const running = view.deadlines.filter(({ open, kind }) => open && kind !== 'confirm')
  const [deadline, setDeadline] = useState<DeadlineKind | undefined>(running.length === 1 ? running[0]?.kind : undefined)
  const [days, setDays] = useState(3)
  const [reason, setReason] = useState('')
  const { busy, act } = useAct()
  const send = () =>
    act(async (key) => {
      if (!deadline) return
      await call('extensions.ask', { params: { id: view.id }, body: { deadline, workingDays: days, reason: reason.trim() }, key })
      toast(texts.extensionSent)
      onClose()
      await invalidate('extensions.forCase', 'cases.get')
    })
  return (
    <Sheet open title={texts.extensionAsk} onClose={onClose}>
      <Text className="h-note">{texts.extensionNote}</Text>
      <View className="h-col tight" role="radiogroup" aria-label={texts.extensionWhich}>
        <Text className="h-bold">{texts.extensionWhich}</Text>
        {running.map(({ kind, dueAt }) => (
          <Option
            key={kind}
            title={DEADLINE_NAMES[kind]}
            note={timeWords(dueAt)}
            on={kind === deadline}
            onPress={() => setDeadline(kind)}
          />
        ))}
      </View>
      <Stepper
        label={texts.extensionDays}
        value={texts.days(days)}
        onLess={() => setDays(Math.max(1, days - 1))}
        onMore={() => setDays(Math.min(LONGEST, days + 1))}
      />
      <Field
        label={texts.extensionReason}
        value={reason}
        onChange={setReason}
        max={300}
        long="short"
        placeholder={texts.extensionPlaceholder}
      />
      <View className="h-stick">
        <Button busy={busy} disabled={!deadline || !reason.trim()} onPress={() => void send()}>
          {texts.extensionSend}
        </Button>
      </View>
    </Sheet>
  )
}

/** The centre grants or refuses more time, once. */
export const DecideSheet = ({ extension, onClose }: { extension: ExtensionView; onClose: () => void }) => {
  const [reason, setReason] = useState('')
  const { busy, act } = useAct()
  const decide = (granted: boolean) =>
    act(async () => {
      await call('extensions.decide', { params: { id: extension.id }, body: { granted, reason: reason.trim() } })
      toast(texts.decided)
      onClose()
      await invalidate('extensions.forCase', 'extensions.list', 'cases.get')
    })
  const missing = !reason.trim()
  return (
    <Sheet open title={texts.extension} onClose={onClose}>
      <Text>{texts.extensionLine(DEADLINE_NAMES[extension.deadline], extension.workingDays)}</Text>
      <Text>{texts.decidedBy(extension.askedBy, extension.reason)}</Text>
      <Text className="h-note">{texts.extensionNew(timeWords(extension.newDueAt))}</Text>
      <Field label={texts.extensionWhy} value={reason} onChange={setReason} max={300} long="short" />
      <View className="h-stick h-row">
        <Button look="ghost" busy={busy} disabled={missing} onPress={() => void decide(false)}>
          {texts.refuse}
        </Button>
        <Button busy={busy} disabled={missing} onPress={() => void decide(true)}>
          {texts.grant}
        </Button>
      </View>
    </Sheet>
  )
}

const Line = ({ extension, onDecide }: { extension: ExtensionView; onDecide: () => void }) => {
  const { state, deadline, workingDays, askedBy, reason, newDueAt, decision, decidedBy, can } = extension
  return (
    <View className="w-question">
      <View className="h-row spread top">
        <Text className="h-grow">{texts.extensionLine(DEADLINE_NAMES[deadline], workingDays)}</Text>
        <Chip tone={TONES[state]}>{texts.extensionStates[state]}</Chip>
      </View>
      <Text>{texts.decidedBy(askedBy, reason)}</Text>
      {state === 'refused' ? null : <Text className="h-note">{texts.extensionNew(timeWords(newDueAt))}</Text>}
      {decision ? <Text className="h-note">{texts.decidedBy(decidedBy ?? '', decision)}</Text> : null}
      {can.includes('decide') ? <Button onPress={onDecide}>{texts.extensionDecide}</Button> : null}
    </View>
  )
}

/** More time: what was asked and decided, and asking for it. */
export const Extensions = (props: PartProps) => {
  const { view } = props
  const [opened, setOpened] = useState<string | null>(null)
  const reads = ['owner', 'dispatcher', 'supervisor'].includes(view.relation)
  const list = useCall('extensions.forCase', { params: { id: view.id } }, { enabled: reads })
  const items = list.data?.items ?? []
  const deciding = items.find(({ id }) => id === opened)
  const close = () => setOpened(null)
  return (
    <View className="w-after">
      {items.map((extension) => (
        <Line key={extension.id} extension={extension} onDecide={() => setOpened(extension.id)} />
      ))}
      {view.can.includes('askExtension') ? (
        <Button look="ghost" onPress={() => setOpened('ask')}>
          {texts.extensionAsk}
        </Button>
      ) : null}
      {opened === 'ask' ? <AskSheet {...props} onClose={close} /> : null}
      {deciding ? <DecideSheet extension={deciding} onClose={close} /> : null}
    </View>
  )
}
