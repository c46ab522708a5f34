import type { BriefView, Claim } from '@shared/briefs/schemas'
import { type BriefPart, EVIDENCE_TYPES, type EvidenceType } from '@shared/briefs/words'
import { Text, View } from '@tarojs/components'
import { type ComponentType, useState } from 'react'
import { Button } from '@/components/button'
import { Entry } from '@/components/entry'
import { pressable } from '@/components/pressable'
import { Sheet } from '@/components/sheet'
import { shortOf } from '../brief-words'
import { EvidenceQuote } from '../read/evidence-quotes'
import { texts } from '../texts'
import type { WritingNow } from '../write/use-writing'
import { CountPicker } from './count-picker'
import { NotePicker } from './note-picker'
import type { PickerProps } from './picker-props'
import { SignalPicker } from './signal-picker'
import { StatementPicker } from './statement-picker'
import { useTake } from './use-take'
import { WordingPicker } from './wording-picker'

const PICKERS: Record<EvidenceType, ComponentType<PickerProps>> = {
  wording: WordingPicker,
  count: CountPicker,
  signal: SignalPicker,
  statement: StatementPicker,
  note: NotePicker,
}

const Ways = ({ onPick }: { onPick: (way: EvidenceType) => void }) => (
  <View>
    {EVIDENCE_TYPES.map((type) => {
      const [name = '', note = ''] = texts.ways[type] ?? []
      return <Entry key={type} title={name} note={note} onPress={() => onPick(type)} />
    })}
  </View>
)

/** Evidence that the brief holds already and this claim does not rest on yet. */
const Held = ({ brief, claim, onCite }: { brief: BriefView; claim: Claim; onCite: (id: string) => void }) => {
  const held = brief.evidence.filter(({ id }) => !claim.evidenceIds.includes(id))
  if (held.length === 0) return null
  return (
    <View>
      <Text className="h-bold h-block">{texts.pickOld}</Text>
      {held.map((evidence) => (
        <EvidenceQuote
          key={evidence.id}
          evidence={evidence}
          action={
            <Button small look="ghost" label={`${texts.use} ${shortOf(evidence.text)}`} onPress={() => onCite(evidence.id)}>
              {texts.use}
            </Button>
          }
        />
      ))}
    </View>
  )
}

interface Props {
  now: WritingNow
  part: BriefPart
  claim: Claim
  onClose: () => void
}

/** Finds what a claim can rest on: what the brief holds already, or something new of five kinds. */
export const EvidenceSheet = ({ now, part, claim, onClose }: Props) => {
  const [way, setWay] = useState<EvidenceType | null>(null)
  const { busy, take, cite } = useTake(now, part, claim, onClose)
  const Picker = way ? PICKERS[way] : null
  return (
    <Sheet open title={way ? (texts.ways[way]?.[0] ?? texts.pick) : texts.pick} onClose={onClose}>
      {Picker ? (
        <>
          <View className="h-link" {...pressable(() => setWay(null))}>
            <Text>{texts.pickBack}</Text>
          </View>
          <Picker brief={now.brief} busy={busy} onTake={take} />
        </>
      ) : (
        <>
          <Ways onPick={setWay} />
          <Held brief={now.brief} claim={claim} onCite={cite} />
        </>
      )}
    </Sheet>
  )
}
