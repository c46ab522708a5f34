import { FIT_PARTS, type FitPart } from '@shared/dispatch/routing'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import type { Place } from '@/components/region-sheet'
import { toast } from '@/components/toast'
import { invalidate } from '@/lib/query'
import { call } from '@/lib/request'
import { useAct } from '@/lib/use-act'
import { Stepper } from '../../calendar/stepper'
import { texts as shared } from '../texts'
import { type RoutingDraft, swapped, withRule } from './routing-draft'
import { RuleList } from './rule-list'
import { RuleSheet } from './rule-sheet'
import { texts } from './texts'
import { useNames } from './use-names'

const MOST_RULES = 100
const HOURS = [1, 2, 3, 4, 6, 8, 12, 16, 20, 24, 32, 40, 60, 80, 120, 160, 200]
const next = (steps: readonly number[], value: number, by: -1 | 1): number =>
  (by > 0 ? steps.find((each) => each > value) : steps.filter((each) => each < value).at(-1)) ?? value
/** One by one near nothing, by fives above: small weights are those that differ. */
const stepped = (weight: number, by: -1 | 1): number => {
  const step = weight + (by < 0 ? -1 : 0) < 10 ? 1 : 5
  return Math.min(100, Math.max(0, weight + by * step))
}

interface Props {
  region: Place
  draft: RoutingDraft
  onChange: (draft: RoutingDraft) => void
  /** Saved, or given up. */
  onEnd: () => void
}

const RulesCard = ({ region, draft, onChange }: Omit<Props, 'onEnd'>) => {
  const [opened, setOpened] = useState<{ at: number | null } | null>(null)
  const { rules } = draft
  const names = useNames(region.code, rules)
  return (
    <Card>
      <Text className="h-head h-block w-head">{texts.rules}</Text>
      {rules.length === 0 ? <Text className="h-note h-block">{texts.noRules}</Text> : null}
      <RuleList
        rules={rules}
        names={names}
        onEdit={(at) => setOpened({ at })}
        onSwap={(at, by) => onChange({ ...draft, rules: swapped(rules, at, by) })}
      />
      {rules.length < MOST_RULES ? (
        <View className="w-after">
          <Button look="ghost" onPress={() => setOpened({ at: null })}>
            {texts.add}
          </Button>
        </View>
      ) : null}
      {opened ? (
        <RuleSheet
          region={region}
          rule={opened.at === null ? undefined : rules[opened.at]}
          onClose={() => setOpened(null)}
          onDone={(rule) => {
            setOpened(null)
            onChange({ ...draft, rules: withRule(rules, opened.at, rule) })
          }}
        />
      ) : null}
    </Card>
  )
}

const WeightsCard = ({ draft, onChange }: Pick<Props, 'draft' | 'onChange'>) => {
  const put = (part: FitPart, by: -1 | 1) => onChange({ ...draft, weights: { ...draft.weights, [part]: stepped(draft.weights[part], by) } })
  return (
    <Card>
      <Text className="h-head h-block">{texts.weights}</Text>
      <Text className="h-note h-block">{texts.weightsNote}</Text>
      {FIT_PARTS.map((part) => (
        <Stepper
          key={part}
          label={texts.parts[part]}
          value={String(draft.weights[part])}
          onLess={() => put(part, -1)}
          onMore={() => put(part, 1)}
        />
      ))}
    </Card>
  )
}

const SilenceCard = ({ draft, onChange }: Pick<Props, 'draft' | 'onChange'>) => {
  const put = (name: 'silenceHours' | 'silenceHoursHighRisk', by: -1 | 1) => onChange({ ...draft, [name]: next(HOURS, draft[name], by) })
  return (
    <Card>
      <Text className="h-head h-block">{texts.silence}</Text>
      <Text className="h-note h-block">{texts.silenceNote}</Text>
      {(['silenceHours', 'silenceHoursHighRisk'] as const).map((name) => (
        <Stepper
          key={name}
          label={name === 'silenceHours' ? texts.silenceUsual : texts.silenceHigh}
          value={texts.hours(draft[name])}
          onLess={() => put(name, -1)}
          onMore={() => put(name, 1)}
        />
      ))}
    </Card>
  )
}

/** Changes a region's rules into a draft; nothing goes by it before it is put into force. */
export const RoutingEditor = (props: Props) => {
  const { region, draft, onChange, onEnd } = props
  const { busy, act } = useAct()
  const save = () =>
    act(async (key) => {
      await call('routing.save', { body: { ...draft, regionCode: region.code, note: draft.note.trim() }, key })
      toast(shared.saved)
      onEnd()
      await invalidate('routing.list')
    })
  return (
    <>
      <RulesCard {...props} />
      <WeightsCard draft={draft} onChange={onChange} />
      <SilenceCard draft={draft} onChange={onChange} />
      <Field
        label={shared.note}
        value={draft.note}
        onChange={(note) => onChange({ ...draft, note })}
        max={200}
        long="short"
        placeholder={shared.notePlaceholder}
      />
      <Text className="h-note">{shared.saveNote}</Text>
      <Button busy={busy} disabled={!draft.note.trim()} onPress={() => void save()}>
        {shared.save}
      </Button>
      <Button look="text" onPress={onEnd}>
        {shared.discard}
      </Button>
    </>
  )
}
