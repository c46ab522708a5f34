import type { Claim, Evidence } from '@shared/briefs/schemas'
import { BRIEF_PART_NAMES, type BriefPart } from '@shared/briefs/words'
import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { Option } from '@/components/option'
import { pressable } from '@/components/pressable'
import { numbered, shortOf } from '../brief-words'
import { EvidenceQuote } from '../read/evidence-quotes'
import { texts } from '../texts'
import { type BriefText, toggled } from './draft'

interface Props {
  part: BriefPart
  /** From 1 on. */
  at: number
  claim: Claim
  text: BriefText
  evidence: readonly Evidence[]
  onChange: (change: Partial<Omit<Claim, 'id'>>) => void
  onAddEvidence: () => void
  onRemove: () => void
}

/** Which claims of the situation and causes a suggestion answers. */
const Answers = ({ claim, text, onChange }: Pick<Props, 'claim' | 'text' | 'onChange'>) => {
  const offered = numbered(text).filter((each) => each.part !== 'suggestions' && each.claim.text.trim() !== '')
  return (
    <View className="h-col tight" role="group" aria-label={texts.answersLabel}>
      <Text className="h-bold">{texts.answersLabel}</Text>
      {offered.length === 0 ? <Text className="h-note">{texts.answersFirst}</Text> : null}
      {offered.map(({ part, at, claim: { id, text: words } }) => (
        <Option
          many
          key={id}
          title={shortOf(words)}
          note={`${BRIEF_PART_NAMES[part]} ${at}`}
          on={claim.answers.includes(id)}
          onPress={() => onChange({ answers: toggled(claim.answers, id) })}
        />
      ))}
    </View>
  )
}

/** What the claim rests on. */
const Rests = ({ claim, evidence, onChange }: Pick<Props, 'claim' | 'evidence' | 'onChange'>) => {
  const drop = (id: string) => onChange({ evidenceIds: claim.evidenceIds.filter((each) => each !== id) })
  return (
    <View>
      {evidence.map((each) => (
        <EvidenceQuote
          key={each.id}
          evidence={each}
          action={
            <View className="h-link" {...pressable(() => drop(each.id), { label: `${texts.dropEvidence} ${shortOf(each.text)}` })}>
              <Text>{texts.dropEvidence}</Text>
            </View>
          }
        />
      ))}
    </View>
  )
}

/** What a written claim still lacks. */
const needOf = (part: BriefPart, claim: Claim, own: readonly Evidence[]): string => {
  if (!claim.text.trim()) return ''
  if (part === 'suggestions') return claim.answers.length === 0 ? texts.needAnswers : ''
  return own.length === 0 ? texts.needEvidence : ''
}

/** One claim: its words, what it rests on, and for a suggestion what it answers. */
export const ClaimCard = ({ part, at, claim, text, evidence, onChange, onAddEvidence, onRemove }: Props) => {
  const name = texts.claimLabel(texts.claimWords[part] ?? '', at)
  const own = evidence.filter(({ id }) => claim.evidenceIds.includes(id))
  const need = needOf(part, claim, own)
  return (
    <Card>
      <View className="h-col">
        <Field
          label={name}
          value={claim.text}
          onChange={(words) => onChange({ text: words })}
          placeholder={texts.placeholders[part] ?? ''}
          max={1000}
          long
        />
        {part === 'suggestions' ? <Answers claim={claim} text={text} onChange={onChange} /> : null}
        {own.length > 0 ? <Rests claim={claim} evidence={own} onChange={onChange} /> : null}
        {need ? <Text className="b-need">{need}</Text> : null}
        <View className="h-row spread">
          <View className="h-link" {...pressable(onRemove, { label: `${texts.removeClaim} ${name}` })}>
            <Text>{texts.removeClaim}</Text>
          </View>
          <Button small look="ghost" label={`${texts.addEvidence} ${name}`} onPress={onAddEvidence}>
            {texts.addEvidence}
          </Button>
        </View>
      </View>
    </Card>
  )
}
