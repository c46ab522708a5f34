import { type CaseStatus, isClosed, STATUS_NAMES } from '@shared/cases/words'
import { Text, View } from '@tarojs/components'

export type Tone = 'bamboo' | 'amber' | 'seal' | 'sky' | 'neutral' | 'outline'

/** One word about something. Red (`seal`) only for what is late or cannot be undone. */
export const Chip = ({ children, tone = 'bamboo' }: { children: string; tone?: Tone }) => (
  <View className={`h-chip ${tone}`}>
    <Text>{children}</Text>
  </View>
)

const toneOf = (status: CaseStatus): Tone => {
  if (status === 'resolved') return 'amber'
  if (isClosed(status)) return 'neutral'
  return status === 'submitted' || status === 'suspended' ? 'sky' : 'bamboo'
}

/** Where a case stands. `words` replaces the usual name, as for staff (待确认 instead of 待您确认). */
export const StatusChip = ({ status, words }: { status: CaseStatus; words?: string }) => (
  <Chip tone={toneOf(status)}>{words ?? STATUS_NAMES[status]}</Chip>
)
