import type { PartyView } from '@shared/cases/schemas'
import { Text } from '@tarojs/components'
import { Button } from '@/components/button'
import { Sheet } from '@/components/sheet'
import { toast } from '@/components/toast'
import { call } from '@/lib/request'
import { useAct } from '@/lib/use-act'
import { texts } from '../texts'
import type { PartProps } from './use-staff-case'

interface Props extends PartProps {
  party: PartyView
  onInviteGuardian: () => void
  onClose: () => void
}

/** What the mediator notes about somebody who takes part. */
export const PartySheet = ({ view, party, show, onInviteGuardian, onClose }: Props) => {
  const { busy, act } = useAct()
  const params = { id: view.id, partyId: party.id }
  const setMinor = () =>
    act(async () => {
      show(await call('parties.change', { params, body: { minor: !party.minor } }))
      toast(texts.bookingDone)
      if (party.minor) onClose()
      else onInviteGuardian()
    })
  const remove = () =>
    act(async () => {
      show(await call('parties.revoke', { params }))
      onClose()
    })
  const removable = party.part === 'helper' || party.part === 'representative' || party.part === 'guardian'
  return (
    <Sheet open title={party.name} onClose={onClose}>
      {party.part === 'party' ? (
        <>
          <Text className="h-note">{texts.minorNote}</Text>
          <Button look="ghost" busy={busy} onPress={() => void setMinor()}>
            {party.minor ? texts.unmarkMinor : texts.markMinor}
          </Button>
          {party.minor ? (
            <Button look="ghost" onPress={onInviteGuardian}>
              {texts.inviteGuardian}
            </Button>
          ) : null}
        </>
      ) : null}
      {removable ? (
        <>
          <Text className="h-note">{texts.removeNote(party.name)}</Text>
          <Button look="danger" busy={busy} onPress={() => void remove()}>
            {texts.removeParty}
          </Button>
        </>
      ) : null}
    </Sheet>
  )
}
