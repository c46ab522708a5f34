import { CASE_KINDS, KIND_NAMES, RISK_NAMES, RISKS } from '@shared/cases/words'
import { DEADLINE_NAMES, limitWords } from '@shared/deadlines/limits'
import { type DeadlineRule, UNITS } from '@shared/deadlines/schemas'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Option } from '@/components/option'
import { Sheet } from '@/components/sheet'
import { Stepper } from '../../calendar/stepper'
import { Picks } from '../picks'
import { texts as shared } from '../texts'
import { texts } from './texts'

const KINDS = CASE_KINDS.map((key) => ({ key, name: KIND_NAMES[key] }))
const LEVELS = RISKS.map((key) => ({ key, name: RISK_NAMES[key] }))
const MOST = 1000
const AMOUNTS = [20, 24, 30, 36, 45, 48, 60, 72, 90, 120, 180, 365, MOST]

/** One by one up to fifteen, then in the steps that people think in. */
export const steppedAmount = (amount: number, by: -1 | 1): number => {
  if (by > 0) return amount < 15 ? amount + 1 : (AMOUNTS.find((each) => each > amount) ?? MOST)
  return amount <= 15 ? Math.max(1, amount - 1) : (AMOUNTS.filter((each) => each < amount).at(-1) ?? 15)
}

interface Props {
  line: DeadlineRule
  onClose: () => void
  onDone: (line: DeadlineRule) => void
}

/** How long one deadline is, for some kinds and risks. */
export const LimitSheet = ({ line, onClose, onDone }: Props) => {
  const [draft, setDraft] = useState(line)
  const { kinds, risks, limit } = draft
  const put = (part: Partial<DeadlineRule['limit']>) => setDraft({ ...draft, limit: { ...limit, ...part } })
  return (
    <Sheet open title={texts.editTitle(DEADLINE_NAMES[line.deadline])} onClose={onClose}>
      <Picks label={texts.kinds} items={KINDS} chosen={kinds} onChange={(next) => setDraft({ ...draft, kinds: next })} />
      <Picks label={texts.risks} items={LEVELS} chosen={risks} onChange={(next) => setDraft({ ...draft, risks: next })} />
      <Stepper
        label={texts.amount}
        value={limitWords(limit)}
        onLess={() => put({ amount: steppedAmount(limit.amount, -1) })}
        onMore={() => put({ amount: steppedAmount(limit.amount, 1) })}
      />
      <View className="h-col tight" role="radiogroup" aria-label={texts.unit}>
        {UNITS.map((unit) => (
          <Option
            key={unit}
            title={texts.units[unit]}
            note={texts.unitNotes[unit]}
            on={unit === limit.unit}
            onPress={() => put({ unit })}
          />
        ))}
      </View>
      <View className="h-stick">
        <Button onPress={() => onDone(draft)}>{shared.done}</Button>
      </View>
    </Sheet>
  )
}
