import type { Evidence } from '@shared/briefs/schemas'
import { EVIDENCE_TYPE_NAMES } from '@shared/briefs/words'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Chip } from '@/components/chip'

/** One piece of evidence: what kind it is, what it says, where it is from; `action` beside it. */
export const EvidenceQuote = ({ evidence, action }: { evidence: Evidence; action?: ReactNode }) => (
  <View className="b-quote">
    <View className="h-row spread">
      <Chip tone="sky">{EVIDENCE_TYPE_NAMES[evidence.type]}</Chip>
      {action}
    </View>
    <Text className="h-pre h-block">{evidence.text}</Text>
    <Text className="h-note h-block">{evidence.source}</Text>
  </View>
)
