import { DEADLINE_NAMES } from '@shared/deadlines/limits'
import type { DeadlineEffect } from '@shared/supervision/schemas'
import { Text, View } from '@tarojs/components'
import type * as z from 'zod/mini'
import { fullTimeWords } from '@/lib/time'
import { texts } from './texts'

export type Effect = z.infer<typeof DeadlineEffect>
const PARTS = ['earlier', 'later', 'same'] as const

/** What a draft would do to open cases. */
export const EffectResult = ({ effect }: { effect: Effect }) => {
  if (effect.open === 0) return <Text>{texts.effectNone}</Text>
  return (
    <View className="h-col tight" role="status">
      <Text className="h-bold">{texts.effectTitle(effect.open)}</Text>
      <View className="r-numbers">
        {PARTS.map((part) => (
          <View key={part} className="r-figure">
            <Text className="h-note h-block">{texts[part]}</Text>
            <Text className="r-number">{String(effect[part])}</Text>
          </View>
        ))}
      </View>
      {effect.overdueAtOnce > 0 ? <Text className="h-late h-bold">{texts.overdueAtOnce(effect.overdueAtOnce)}</Text> : null}
      <Text className="h-note">{effect.partial ? texts.effectPartial : texts.effectNote}</Text>
      {effect.examples.length > 0 ? <Text className="h-bold">{texts.examples}</Text> : null}
      {effect.examples.map(({ caseNumber, deadline, now, would }) => (
        <View key={`${caseNumber}${deadline}`} className="r-rule">
          <Text className="h-note h-block">{`${caseNumber} · ${DEADLINE_NAMES[deadline]}`}</Text>
          <Text className="h-block">{texts.example(fullTimeWords(now), fullTimeWords(would))}</Text>
        </View>
      ))}
    </View>
  )
}
