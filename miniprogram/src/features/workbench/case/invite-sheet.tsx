import type { CaseView, InviteParty, PartyView } from '@shared/cases/schemas'
import { Button as NativeButton, Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type * as z from 'zod/mini'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Option, Pick } from '@/components/option'
import { QrCode } from '@/components/qr-code'
import { Sheet } from '@/components/sheet'
import { joinAddress } from '@/features/parties/join-link'
import { invalidate } from '@/lib/query'
import { call, type Output } from '@/lib/request'
import { timeWords } from '@/lib/time'
import { useAct } from '@/lib/use-act'
import { texts } from '../texts'
import { copyInvitation, useInvitation } from './invitation'

type Invitation = Output<'parties.invite'>
type Part = z.infer<typeof InviteParty>['part']
type Side = PartyView['side']

/** What somebody is to be invited as. */
export interface Wanted {
  part: Part
  side: Side
  /** guardian, representative: for whom. */
  actsFor: string | null
}

const Made = ({ invitation }: { invitation: Invitation }) => (
  <View className="h-col">
    <Text>{texts.inviteScan}</Text>
    <QrCode words={joinAddress(invitation.code, invitation.part)} label={texts.inviteScan} />
    <Text className="h-note">{texts.inviteUntil(timeWords(invitation.expiresAt))}</Text>
    <View>
      <Text className="h-note">{texts.inviteCode}</Text>
      <View className="w-code">
        <Text userSelect>{invitation.code}</Text>
      </View>
    </View>
    {process.env.TARO_ENV === 'weapp' ? (
      <NativeButton className="h-btn nut-button" openType="share">
        {texts.inviteShare}
      </NativeButton>
    ) : null}
    <Button look={process.env.TARO_ENV === 'weapp' ? 'ghost' : 'primary'} onPress={() => copyInvitation(invitation.code, invitation.part)}>
      {texts.inviteCopy}
    </Button>
  </View>
)

const SIDES: readonly Side[] = ['applicant', 'respondent']
const MORE: readonly Part[] = ['coParty', 'representative', 'guardian', 'helper']
const acts = (part: Part): boolean => part === 'representative' || part === 'guardian'

interface ChoiceProps {
  view: CaseView
  wanted: Wanted
  onChange: (wanted: Wanted) => void
}

/** As what, for which side, and for whom. */
const Choice = ({ view, wanted, onChange }: ChoiceProps) => {
  const parties = view.parties.filter(({ part, side }) => part === 'party' && side === wanted.side)
  return (
    <>
      <View className="h-picks w-halves" role="radiogroup" aria-label={texts.inviteSide}>
        {SIDES.map((side) => (
          <Pick
            key={side}
            title={texts.sides[side]}
            on={side === wanted.side}
            onPress={() => onChange({ ...wanted, side, actsFor: null })}
          />
        ))}
      </View>
      <View className="h-col tight" role="radiogroup" aria-label={texts.invitePart}>
        {MORE.map((part) => (
          <Option
            key={part}
            title={texts.inviteParts[part]}
            note={texts.invitePartNotes[part]}
            on={part === wanted.part}
            onPress={() => onChange({ ...wanted, part })}
          />
        ))}
      </View>
      {acts(wanted.part) && parties.length > 1 ? (
        <View className="h-col tight" role="radiogroup" aria-label={texts.inviteFor}>
          <Text className="h-bold">{texts.inviteFor}</Text>
          {parties.map(({ id, name }) => (
            <Option key={id} title={name} on={id === wanted.actsFor} onPress={() => onChange({ ...wanted, actsFor: id })} />
          ))}
        </View>
      ) : null}
    </>
  )
}

const bodyOf = (view: CaseView, { part, side, actsFor }: Wanted, name: string) => {
  const only = view.parties.filter((party) => party.part === 'party' && party.side === side)
  const whom = actsFor ?? (only.length === 1 ? only[0]?.id : undefined)
  return {
    part,
    ...(part === 'respondent' ? {} : { side }),
    ...(acts(part) && whom ? { actsFor: whom } : {}),
    ...(name ? { name } : {}),
  }
}

interface Props {
  view: CaseView
  /** What is already known of whom to invite; what is not is asked. */
  start: Wanted
  onClose: () => void
}

/** Makes a one-time invitation, shows it as a code to be scanned, and helps to send it. */
export const InviteSheet = ({ view, start, onClose }: Props) => {
  const [wanted, setWanted] = useState(start)
  const [name, setName] = useState('')
  const [made, setMade] = useState<Invitation | null>(null)
  const { busy, act } = useAct()
  useEffect(
    () => () => {
      useInvitation.setState({ code: null })
      // whoever was shown the code may have joined meanwhile
      void invalidate('cases.get')
    },
    [],
  )
  const make = () =>
    act(async (key) => {
      const invitation = await call('parties.invite', { params: { id: view.id }, body: bodyOf(view, wanted, name.trim()), key })
      useInvitation.setState({ code: invitation.code, part: invitation.part })
      setMade(invitation)
      await invalidate('cases.get')
    })
  const asked = start.part === 'coParty'
  return (
    <Sheet open title={texts.inviteTitle} onClose={onClose}>
      {made ? (
        <Made invitation={made} />
      ) : (
        <>
          {asked ? <Choice view={view} wanted={wanted} onChange={setWanted} /> : <Text>{texts.invitePartNotes[wanted.part]}</Text>}
          <Field label={texts.inviteName} value={name} onChange={setName} max={40} />
          <View className="h-stick">
            <Button busy={busy} onPress={() => void make()}>
              {texts.inviteMake}
            </Button>
          </View>
        </>
      )}
    </Sheet>
  )
}
