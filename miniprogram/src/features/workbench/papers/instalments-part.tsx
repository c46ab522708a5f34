import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { DateField } from '@/components/date-field'
import { Field } from '@/components/field'
import { Pick } from '@/components/option'
import { centsOf, yuanWords } from '@/lib/money'
import { Stepper } from '../calendar/stepper'
import { FEWEST, INTERVALS, leftOf, MOST, type PartDraft, split } from './instalments'
import type { PromiseDraft } from './promise-draft'
import { texts } from './texts'

/** Says at every moment whether the parts add up. */
const Balance = ({ cents, parts }: { cents: number; parts: readonly PartDraft[] }) => {
  const left = leftOf(cents, parts)
  const words =
    left === undefined
      ? texts.amountBad
      : left === 0
        ? texts.partsEven(yuanWords(cents))
        : left > 0
          ? texts.partsLeft(yuanWords(left))
          : texts.partsOver(yuanWords(-left))
  return (
    <View className={`w-sum ${left === 0 ? '' : 'off'}`} role="status">
      <Text>{words}</Text>
    </View>
  )
}

const Part = ({ index, part, onChange }: { index: number; part: PartDraft; onChange: (part: PartDraft) => void }) => (
  <View className="w-part">
    <View className="h-row top w-part-fields">
      <Field label={texts.partAmount(index)} value={part.amount} onChange={(amount) => onChange({ ...part, amount })} max={13} />
      <DateField label={texts.partDay(index)} value={part.dueOn} onChange={(dueOn) => onChange({ ...part, dueOn })} />
    </View>
  </View>
)

/** A promise in parts: how many and how often, divided by one press, each part to be corrected by hand. */
export const InstalmentsPart = ({ draft, change }: { draft: PromiseDraft; change: (part: Partial<PromiseDraft>) => void }) => {
  const cents = centsOf(draft.amount)
  const count = (by: number) => change({ count: Math.min(MOST, Math.max(FEWEST, draft.count + by)) })
  const divide = () => {
    if (cents !== undefined && draft.dueOn) change({ parts: split({ cents, count: draft.count, first: draft.dueOn, every: draft.every }) })
  }
  const put = (at: number, part: PartDraft) => change({ parts: draft.parts.map((each, index) => (index === at ? part : each)) })
  return (
    <>
      <Stepper label={texts.partsCount} value={texts.partsCountUnit(draft.count)} onLess={() => count(-1)} onMore={() => count(1)} />
      <View className="h-picks" role="radiogroup" aria-label={texts.partsEvery}>
        {INTERVALS.map((every) => (
          <Pick key={every} title={texts.every[every]} on={every === draft.every} onPress={() => change({ every })} />
        ))}
      </View>
      <DateField label={texts.partsFirst} value={draft.dueOn} onChange={(dueOn) => change({ dueOn })} />
      {cents === undefined ? <Text className="h-note">{texts.partsNeedAmount}</Text> : null}
      <Button look="ghost" disabled={cents === undefined || !draft.dueOn} onPress={divide}>
        {texts.partsSplit}
      </Button>
      {draft.parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an instalment is known by its place
        <Part key={at} index={at + 1} part={part} onChange={(next) => put(at, next)} />
      ))}
      {cents !== undefined && draft.parts.length > 0 ? <Balance cents={cents} parts={draft.parts} /> : null}
    </>
  )
}
