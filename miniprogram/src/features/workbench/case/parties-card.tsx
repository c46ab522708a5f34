import type { CaseView, PartyView } from '@shared/cases/schemas'
import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Avatar } from '@/components/avatar'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Chip } from '@/components/chip'
import { texts } from '../texts'
import { useCalling } from './calling'
import { InviteSheet, type Wanted } from './invite-sheet'
import { PartySheet } from './party-sheet'
import { lineOf, marksOf, minorsAlone } from './party-words'
import type { PartProps } from './use-staff-case'

interface RowProps {
  view: CaseView
  party: PartyView
  busy: boolean
  onCall: () => void
  onMore: (() => void) | undefined
}

const Party = ({ view, party, busy, onCall, onMore }: RowProps) => (
  <View className="w-party">
    <View className="h-row">
      <Avatar name={party.name} />
      <View className="h-grow">
        <View className="h-row wrap w-counts">
          <Text className="h-bold">{party.name}</Text>
          {marksOf(party, view.parties).map(({ words, tone }) => (
            <Chip key={words} tone={tone}>
              {words}
            </Chip>
          ))}
        </View>
        <Text className="h-note">{lineOf(party, view)}</Text>
      </View>
    </View>
    {party.phoneMasked || onMore ? (
      <View className="h-row w-party-buttons">
        {party.phoneMasked ? (
          <Button small look="ghost" busy={busy} onPress={onCall} label={texts.phoneTitle(party.name)}>
            {texts.call}
          </Button>
        ) : null}
        {onMore ? (
          <Button small look="ghost" onPress={onMore} label={`${texts.partyMore} ${party.name}`}>
            {texts.partyMore}
          </Button>
        ) : null}
      </View>
    ) : null}
  </View>
)

const SIDES = ['applicant', 'respondent'] as const

const Warnings = ({ parties }: { parties: readonly PartyView[] }) => (
  <>
    {parties.some(({ quit }) => quit) ? (
      <View className="h-card amber w-party">
        <Text>{texts.quitNote}</Text>
      </View>
    ) : null}
    {minorsAlone(parties).map(({ id, name }) => (
      <View key={id} className="h-card amber w-party">
        <Text>{texts.minorAlone(name)}</Text>
      </View>
    ))}
  </>
)

const Sides = ({ view, row }: { view: CaseView; row: (party: PartyView) => RowProps }) => (
  <>
    {SIDES.map((side) => {
      const group = view.parties.filter((party) => party.side === side)
      return group.length === 0 ? null : (
        <View key={side}>
          <View className="w-side">
            <Text className="h-note">{texts.sides[side]}</Text>
          </View>
          {group.map((party) => (
            <Party key={party.id} {...row(party)} />
          ))}
        </View>
      )
    })}
  </>
)

interface Props extends PartProps {
  /** Opened in order to call the applicant. */
  calling: boolean
}

/** Who takes part, side by side; the owner may call them, invite, and note who is under age. */
export const PartiesCard = ({ calling, ...part }: Props) => {
  const { view } = part
  const { busy, dial, sheet } = useCalling(view.id)
  const [inviting, setInviting] = useState<Wanted | null>(null)
  const [open, setOpen] = useState<string | null>(null)
  const callFirst = () => {
    const applicant = view.parties.find((party) => party.side === 'applicant' && party.phoneMasked)
    if (calling && applicant) void dial(applicant)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the screen was opened for it
  useEffect(callFirst, [])
  if (view.parties.length === 0) return null
  const chosen = view.parties.find(({ id }) => id === open)
  const changing = view.can.includes('changeParty')
  const row = (party: PartyView): RowProps => ({
    view,
    party,
    busy,
    onCall: () => void dial(party),
    onMore: changing ? () => setOpen(party.id) : undefined,
  })
  const inviteGuardian = (party: PartyView) => {
    setOpen(null)
    setInviting({ part: 'guardian', side: party.side, actsFor: party.id })
  }
  return (
    <Card>
      <View className="h-head w-head">
        <Text>{texts.parties}</Text>
      </View>
      <Warnings parties={view.parties} />
      <Sides view={view} row={row} />
      <View className="h-row wrap w-buttons">
        {view.can.includes('inviteRespondent') ? (
          <Button look="ghost" onPress={() => setInviting({ part: 'respondent', side: 'respondent', actsFor: null })}>
            {texts.inviteRespondent}
          </Button>
        ) : null}
        {view.can.includes('inviteParty') ? (
          <Button look="ghost" onPress={() => setInviting({ part: 'coParty', side: 'applicant', actsFor: null })}>
            {texts.inviteMore}
          </Button>
        ) : null}
      </View>
      {inviting ? <InviteSheet view={view} start={inviting} onClose={() => setInviting(null)} /> : null}
      {chosen ? (
        <PartySheet {...part} party={chosen} onInviteGuardian={() => inviteGuardian(chosen)} onClose={() => setOpen(null)} />
      ) : null}
      {sheet}
    </Card>
  )
}
