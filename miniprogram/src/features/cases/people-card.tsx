import type { CaseView, PartyView } from '@shared/cases/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { pressable } from '@/components/pressable'
import { Sheet } from '@/components/sheet'
import { toast } from '@/components/toast'
import { call } from '@/lib/request'
import { useAct } from '@/lib/use-act'
import { texts } from './texts'
import { refreshCases } from './use-move'

const describe = ({ side, part, accepted }: PartyView): string =>
  [texts.sides[side], texts.parts[part], accepted ? texts.acceptedParty : texts.waitingParty].filter(Boolean).join(' · ')

const Person = ({ party, onRemove }: { party: PartyView; onRemove?: (() => void) | undefined }) => (
  <View className="h-row spread">
    <View className="h-grow">
      <Text>{party.name}</Text>
      <View>
        <Text className="h-note">{describe(party)}</Text>
      </View>
    </View>
    {onRemove ? (
      <View className="h-link h-nowrap" {...pressable(onRemove, { label: `${texts.remove}：${party.name}` })}>
        <Text>{texts.remove}</Text>
      </View>
    ) : null}
  </View>
)

/** Who takes part; a helper whom one has asked in can be sent out again. */
export const PeopleCard = ({ view }: { view: CaseView }) => {
  const [leaving, setLeaving] = useState<PartyView | null>(null)
  const { busy, act } = useAct()
  const mine = view.relation === 'respondent' ? 'respondent' : 'applicant'
  const removable = (party: PartyView) => party.part !== 'party' && party.side === mine && view.can.includes('inviteHelper')
  const remove = (party: PartyView) =>
    act(async () => {
      await call('parties.revoke', { params: { id: view.id, partyId: party.id } })
      setLeaving(null)
      toast(texts.removed)
      await refreshCases()
    })
  if (view.parties.length < 2) return null
  return (
    <Card>
      <View className="h-col tight">
        <Text className="h-head">{texts.people}</Text>
        {view.parties.map((party) => (
          <Person key={party.id} party={party} onRemove={removable(party) ? () => setLeaving(party) : undefined} />
        ))}
      </View>
      <Sheet open={leaving !== null} title={texts.removeTitle(leaving?.name ?? '')} onClose={() => setLeaving(null)}>
        <Text>{texts.removeNote}</Text>
        <Button look="danger" busy={busy} onPress={() => (leaving ? void remove(leaving) : undefined)}>
          {texts.remove}
        </Button>
        <Button look="ghost" onPress={() => setLeaving(null)}>
          {texts.cancel}
        </Button>
      </Sheet>
    </Card>
  )
}
