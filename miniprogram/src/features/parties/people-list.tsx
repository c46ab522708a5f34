import type { CaseView, PartyView } from '@shared/cases/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Avatar } from '@/components/avatar'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Chip } from '@/components/chip'
import { pressable } from '@/components/pressable'
import { Sheet } from '@/components/sheet'
import { toast } from '@/components/toast'
import { invalidate } from '@/lib/query'
import { call } from '@/lib/request'
import { useAct } from '@/lib/use-act'
import { describe, sideOf } from './people-words'
import { texts } from './texts'

const Person = ({ party, all, onRemove }: { party: PartyView; all: readonly PartyView[]; onRemove?: (() => void) | undefined }) => (
  <View className="h-row h-line">
    <Avatar name={party.name} />
    <View className="h-grow">
      <Text>{party.name}</Text>
      <View>
        <Text className="h-note">{describe(party, all)}</Text>
      </View>
    </View>
    {party.me ? <Chip tone="outline">{texts.me}</Chip> : null}
    {onRemove ? (
      <View className="h-link h-nowrap" {...pressable(onRemove, { label: `${texts.remove}：${party.name}` })}>
        <Text>{texts.remove}</Text>
      </View>
    ) : null}
  </View>
)

const RemoveSheet = ({ caseId, party, onClose }: { caseId: string; party: PartyView; onClose: () => void }) => {
  const { busy, act } = useAct()
  const remove = () =>
    act(async () => {
      await call('parties.revoke', { params: { id: caseId, partyId: party.id } })
      onClose()
      toast(texts.removed)
      await invalidate('cases.get', 'cases.list')
    })
  return (
    <Sheet open title={texts.removeTitle(party.name)} onClose={onClose}>
      <Text>{texts.removeNote}</Text>
      <Button look="danger" busy={busy} onPress={() => void remove()}>
        {texts.remove}
      </Button>
      <Button look="ghost" onPress={onClose}>
        {texts.cancel}
      </Button>
    </Sheet>
  )
}

/** Who takes part, by side; whom one has asked in can be sent out again. */
export const PeopleList = ({ view }: { view: CaseView }) => {
  const [leaving, setLeaving] = useState<PartyView | null>(null)
  const mine = sideOf(view)
  const removable = (party: PartyView) => party.part !== 'party' && !party.me && party.side === mine && view.can.includes('inviteHelper')
  const sides = [mine, mine === 'applicant' ? 'respondent' : 'applicant'] as const
  return (
    <>
      {sides.map((side) => {
        const people = view.parties.filter((party) => party.side === side)
        return people.length === 0 ? null : (
          <Card key={side}>
            <Text className="h-head">{side === mine ? texts.mySide : texts.otherSide}</Text>
            {people.map((party) => (
              <Person key={party.id} party={party} all={view.parties} onRemove={removable(party) ? () => setLeaving(party) : undefined} />
            ))}
          </Card>
        )
      })}
      {leaving ? <RemoveSheet caseId={view.id} party={leaving} onClose={() => setLeaving(null)} /> : null}
    </>
  )
}
