import type { DeadlineRule, DeadlineRules } from '@shared/deadlines/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { TimeField } from '@/components/time-field'
import { toast } from '@/components/toast'
import { invalidate } from '@/lib/query'
import { call } from '@/lib/request'
import { useAct } from '@/lib/use-act'
import { Stepper } from '../../calendar/stepper'
import { texts as shared } from '../texts'
import { areSpans, bodyOf, type DeadlineDraft } from './deadline-draft'
import { LimitLines } from './limit-lines'
import { LimitSheet } from './limit-sheet'
import { withLimit } from './matrix'
import { texts } from './texts'

type Spans = DeadlineRules['officeHours']
const MOST_SPANS = 4

interface Props {
  draft: DeadlineDraft
  onChange: (draft: DeadlineDraft) => void
  /** Saved, or given up. */
  onEnd: () => void
}

const OfficeCard = ({ spans, onChange }: { spans: Spans; onChange: (spans: Spans) => void }) => {
  const put = (at: number, part: Partial<Spans[number]>) =>
    onChange(spans.map((span, index) => (index === at ? { ...span, ...part } : span)))
  return (
    <Card>
      <Text className="h-head h-block">{texts.office}</Text>
      <Text className="h-note h-block">{texts.officeNote}</Text>
      {spans.map(({ from, to }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a span is known by its place
        <View key={at} className="r-times w-after">
          <TimeField label={texts.from} value={from} onChange={(next) => put(at, { from: next })} />
          <TimeField label={texts.to} value={to} onChange={(next) => put(at, { to: next })} />
          {spans.length > 1 ? (
            <Button small look="text" label={`${shared.remove} ${from}`} onPress={() => onChange(spans.filter((_, index) => index !== at))}>
              {shared.remove}
            </Button>
          ) : null}
        </View>
      ))}
      {areSpans(spans) ? null : <Text className="h-error">{texts.spanWrong}</Text>}
      {spans.length < MOST_SPANS ? (
        <View className="w-after">
          <Button look="ghost" onPress={() => onChange([...spans, { from: spans.at(-1)?.to ?? '09:00', to: '20:00' }])}>
            {texts.addSpan}
          </Button>
        </View>
      ) : null}
    </Card>
  )
}

const LightsCard = ({ draft, onChange }: Pick<Props, 'draft' | 'onChange'>) => {
  const share = (by: number) =>
    onChange({ ...draft, yellowShare: Math.min(0.9, Math.max(0.05, Math.round(draft.yellowShare * 100 + by) / 100)) })
  const hours = (by: number) => onChange({ ...draft, escalateHours: Math.min(200, Math.max(1, draft.escalateHours + by)) })
  return (
    <Card>
      <Text className="h-head h-block">{texts.lights}</Text>
      <Stepper label={texts.yellow} value={texts.share(draft.yellowShare)} onLess={() => share(-5)} onMore={() => share(5)} />
      <Stepper label={texts.escalate} value={texts.hours(draft.escalateHours)} onLess={() => hours(-1)} onMore={() => hours(1)} />
    </Card>
  )
}

/** Changes the rules into a draft; nothing goes by it before it is put into force. */
export const DeadlineEditor = ({ draft, onChange, onEnd }: Props) => {
  const [line, setLine] = useState<DeadlineRule | null>(null)
  const { busy, act } = useAct()
  const save = () =>
    act(async (key) => {
      await call('deadlineRules.save', { body: bodyOf(draft), key })
      toast(shared.saved)
      onEnd()
      await invalidate('deadlineRules.list')
    })
  const put = (next: DeadlineRule) => {
    setLine(null)
    onChange({ ...draft, matrix: withLimit(draft.matrix, next) })
  }
  return (
    <>
      <Card>
        <Text className="h-head h-block w-head">{texts.limits}</Text>
        <LimitLines matrix={draft.matrix} onEdit={setLine} />
      </Card>
      <OfficeCard spans={draft.officeHours} onChange={(officeHours) => onChange({ ...draft, officeHours })} />
      <LightsCard draft={draft} onChange={onChange} />
      <Field
        label={shared.note}
        value={draft.note}
        onChange={(note) => onChange({ ...draft, note })}
        max={200}
        long="short"
        placeholder={shared.notePlaceholder}
      />
      <Text className="h-note">{shared.saveNote}</Text>
      <Button busy={busy} disabled={!draft.note.trim() || !areSpans(draft.officeHours)} onPress={() => void save()}>
        {shared.save}
      </Button>
      <Button look="text" onPress={onEnd}>
        {shared.discard}
      </Button>
      {line ? <LimitSheet line={line} onClose={() => setLine(null)} onDone={put} /> : null}
    </>
  )
}
