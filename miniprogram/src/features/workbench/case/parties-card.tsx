import type { CaseView, PartyView } from '@shared/cases/schemas'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { Avatar } from '@/components/avatar'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Chip } from '@/components/chip'
import { Sheet } from '@/components/sheet'
import { useAct } from '@/lib/use-act'
import { dialParty } from '../phone'
import { texts } from '../texts'
import { InviteSheet } from './invite-sheet'

const PhoneSheet = ({ name, phone, onClose }: { name: string; phone: string; onClose: () => void }) => (
  <Sheet open title={texts.phoneTitle(name)} onClose={onClose}>
    <Text className="w-big" userSelect>
      {phone}
    </Text>
    <Text className="h-note">{texts.phoneLogged}</Text>
    <View className="h-row w-quick">
      <Button
        onPress={() => {
          window.location.href = `tel:${phone}`
        }}
      >
        {texts.dial}
      </Button>
      <Button look="ghost" onPress={() => void Taro.setClipboardData({ data: phone })}>
        {texts.copyNumber}
      </Button>
    </View>
  </Sheet>
)

const Party = ({ party, anonymous, busy, onCall }: { party: PartyView; anonymous: boolean; busy: boolean; onCall: () => void }) => {
  const part = texts.parts[party.part]
  const notes = [part || texts.sides[party.side], party.phoneMasked, anonymous && party.side === 'applicant' ? texts.anonymous : '']
  return (
    <View className="h-row w-party">
      <Avatar name={party.name} />
      <View className="h-grow">
        <View className="h-row wrap w-counts">
          <Text className="h-bold">{party.name}</Text>
          {party.side === 'respondent' || part ? (
            <Chip tone={party.accepted ? 'bamboo' : 'neutral'}>{party.accepted ? texts.joined : texts.notJoined}</Chip>
          ) : null}
        </View>
        <Text className="h-note">{notes.filter(Boolean).join(' · ')}</Text>
      </View>
      {party.phoneMasked ? (
        <Button small look="ghost" busy={busy} onPress={onCall} label={texts.phoneTitle(party.name)}>
          {texts.call}
        </Button>
      ) : null}
    </View>
  )
}

/** Calls a party; `sheet` shows the number where it cannot be dialled. */
const useCalling = (caseId: string) => {
  const { busy, act } = useAct()
  const [shown, setShown] = useState<{ name: string; phone: string } | null>(null)
  const dial = (party: PartyView) =>
    act(async () => {
      const phone = await dialParty(caseId, party.id)
      if (phone) setShown({ name: party.name, phone })
    })
  const sheet = shown ? <PhoneSheet {...shown} onClose={() => setShown(null)} /> : null
  return { busy, dial, sheet }
}

interface Props {
  view: CaseView
  /** Opened in order to call the applicant. */
  calling: boolean
}

/** Who takes part; the owner may call them and invite the respondent. */
export const PartiesCard = ({ view, calling }: Props) => {
  const { busy, dial, sheet } = useCalling(view.id)
  const [inviting, setInviting] = useState(false)
  const callFirst = () => {
    const applicant = view.parties.find((party) => party.side === 'applicant' && party.phoneMasked)
    if (calling && applicant) void dial(applicant)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the screen was opened for it
  useEffect(callFirst, [])
  if (view.parties.length === 0) return null
  return (
    <Card>
      <View className="h-head w-head">
        <Text>{texts.parties}</Text>
      </View>
      {view.parties.map((party) => (
        <Party key={party.id} party={party} anonymous={view.anonymous} busy={busy} onCall={() => void dial(party)} />
      ))}
      {view.can.includes('inviteRespondent') ? (
        <Button look="ghost" onPress={() => setInviting(true)}>
          {texts.inviteRespondent}
        </Button>
      ) : null}
      {inviting ? <InviteSheet caseId={view.id} onClose={() => setInviting(false)} /> : null}
      {sheet}
    </Card>
  )
}
