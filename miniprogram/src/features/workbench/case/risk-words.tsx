import type { CaseItem, CaseView } from '@shared/cases/schemas'
import { isHighRisk, RISK_NAMES, RISK_SIGN_NAMES, type Risk } from '@shared/cases/words'
import { Text, View } from '@tarojs/components'
import { Chip, type Tone } from '@/components/chip'
import { texts } from './texts'

const TONES: Record<Risk, Tone> = { A: 'seal', B: 'seal', C: 'amber', D: 'neutral' }

/** How dangerous it is, in a word; nothing for what is not. */
export const RiskChip = ({ item }: { item: Pick<CaseItem, 'risk'> }) =>
  item.risk === 'D' ? null : <Chip tone={TONES[item.risk]}>{RISK_NAMES[item.risk]}</Chip>

/** What makes it dangerous. */
export const RiskLine = ({ view }: { view: Pick<CaseView, 'risk' | 'riskSigns'> }) => {
  const signs = view.riskSigns.map((sign) => RISK_SIGN_NAMES[sign]).join('、')
  if (view.risk === 'D' && !signs) return null
  return (
    <View className={isHighRisk(view.risk) ? 'h-late' : ''}>
      <Text>{texts.riskLine(RISK_NAMES[view.risk], signs)}</Text>
    </View>
  )
}
