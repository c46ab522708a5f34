import type { BriefPart } from '@shared/briefs/words'
import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Button } from '@/components/button'
import { EvidenceSheet } from '../evidence/evidence-sheet'
import { texts } from '../texts'
import { ClaimCard } from './claim-card'
import { MOST_CLAIMS } from './draft'
import { useClaims } from './use-claims'
import type { WritingNow } from './use-writing'

/** One part of the brief: its question, and the claims that answer it. */
export const PartStep = ({ now, part }: { now: WritingNow; part: BriefPart }) => {
  const { claims, removed, add, change, remove, putBack } = useClaims(now, part)
  const [picking, setPicking] = useState<string | null>(null)
  const [question, hint] = texts.asks[part] ?? ['', '']
  // an empty part begins with the first thing to say
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the part is come to
  useEffect(() => {
    if (claims.length === 0) add()
  }, [])
  const picked = claims.find(({ id }) => id === picking)
  return (
    <>
      <View className="h-title">
        <Text>{question}</Text>
      </View>
      <Text className="h-soft">{hint}</Text>
      {claims.map((claim, index) => (
        <ClaimCard
          key={claim.id}
          part={part}
          at={index + 1}
          claim={claim}
          text={now.text}
          evidence={now.brief.evidence}
          onChange={(part) => change(claim.id, part)}
          onAddEvidence={() => setPicking(claim.id)}
          onRemove={() => remove(claim)}
        />
      ))}
      {removed ? (
        <View className="h-row spread" role="status">
          <Text className="h-note">{texts.removedClaim}</Text>
          <Button small look="text" onPress={putBack}>
            {texts.undo}
          </Button>
        </View>
      ) : null}
      {claims.length < MOST_CLAIMS ? (
        <Button look="ghost" onPress={add}>
          {claims.length === 0 ? texts.firstClaim : texts.addClaim}
        </Button>
      ) : (
        <Text className="h-note">{texts.mostClaims}</Text>
      )}
      {picked ? <EvidenceSheet now={now} part={part} claim={picked} onClose={() => setPicking(null)} /> : null}
    </>
  )
}
