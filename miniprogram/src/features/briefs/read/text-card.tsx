import type { BriefView, Claim, Evidence } from '@shared/briefs/schemas'
import { BRIEF_PART_NAMES, BRIEF_PARTS, type BriefPart } from '@shared/briefs/words'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '@/components/card'
import { pressable } from '@/components/pressable'
import { numbered } from '../brief-words'
import { texts } from '../texts'
import { EvidenceQuote } from './evidence-quotes'

/** `情况反映 1、原因分析 2`: what a suggestion answers. */
const answersOf = (brief: BriefView, claim: Claim): string =>
  numbered(brief)
    .filter((each) => claim.answers.includes(each.claim.id))
    .map(({ part, at }) => `${BRIEF_PART_NAMES[part]} ${at}`)
    .join('、')

const Resting = ({ evidence }: { evidence: readonly Evidence[] }) => {
  const [shown, setShown] = useState(false)
  return (
    <>
      <View className="h-link" {...pressable(() => setShown(!shown))}>
        <Text>{shown ? texts.hideEvidence : texts.resting(evidence.length)}</Text>
      </View>
      {shown ? evidence.map((each) => <EvidenceQuote key={each.id} evidence={each} />) : null}
    </>
  )
}

const ClaimLine = ({ brief, claim, at, part }: { brief: BriefView; claim: Claim; at: number; part: BriefPart }) => {
  const evidence = brief.evidence.filter(({ id }) => claim.evidenceIds.includes(id))
  const answers = part === 'suggestions' ? answersOf(brief, claim) : ''
  return (
    <View className="b-claim">
      <View className="h-row top">
        <Text className="b-number" aria-hidden>{`${at}`}</Text>
        <Text className="h-grow h-pre">{claim.text}</Text>
      </View>
      <View className="b-under">
        {answers ? <Text className="h-note h-block">{texts.answersTo(answers)}</Text> : null}
        {evidence.length > 0 ? (
          <Resting evidence={evidence} />
        ) : part === 'suggestions' ? null : (
          <Text className="h-note h-block">{texts.noEvidence}</Text>
        )}
      </View>
    </View>
  )
}

/** The brief's text, part by part, each claim with what it rests on. */
export const TextCards = ({ brief }: { brief: BriefView }) => (
  <>
    {BRIEF_PARTS.map((part) => (
      <Card key={part}>
        <Text className="h-head h-block">{BRIEF_PART_NAMES[part]}</Text>
        {brief[part].length === 0 ? <Text className="h-note h-block">{texts.noClaims}</Text> : null}
        {brief[part].map((claim, index) => (
          <ClaimLine key={claim.id} brief={brief} claim={claim} at={index + 1} part={part} />
        ))}
      </Card>
    ))}
  </>
)
