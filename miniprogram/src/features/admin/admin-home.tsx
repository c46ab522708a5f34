import { ROLE_NAMES } from '@shared/identity/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Chip, type Tone } from '@/components/chip'
import { Page } from '@/components/page'
import { PagedList } from '@/components/paged-list'
import { Sheet } from '@/components/sheet'
import { EmptyState } from '@/components/states'
import { TabHead } from '@/components/tab-head'
import { toast } from '@/components/toast'
import { invalidate, usePages } from '@/lib/query'
import { call, type Output } from '@/lib/request'
import { useApp } from '@/lib/store'
import { timeWords } from '@/lib/time'
import { useAct } from '@/lib/use-act'
import { InvitationSheet } from './invitation-sheet'
import { INVITATION_STATES, texts } from './texts'

type Invitation = Output<'invitations.list'>['items'][number]
const TONES: Record<Invitation['state'], Tone> = { open: 'amber', redeemed: 'bamboo', revoked: 'neutral', expired: 'neutral' }

const InvitationCard = ({ invitation, onRevoke }: { invitation: Invitation; onRevoke: () => void }) => (
  <Card>
    <View className="h-row spread">
      <Text className="h-head h-grow">{invitation.name}</Text>
      <Chip tone={TONES[invitation.state]}>{INVITATION_STATES[invitation.state]}</Chip>
    </View>
    <Text className="h-note">
      {[ROLE_NAMES[invitation.role], invitation.regionName, invitation.organisationName].filter(Boolean).join(' · ')}
    </Text>
    <View className="h-row spread">
      <Text className="h-note">{texts.createdAt(timeWords(invitation.createdAt))}</Text>
      {invitation.state === 'open' ? (
        <Button small look="danger" label={`${texts.revoke} ${invitation.name}`} onPress={onRevoke}>
          {texts.revoke}
        </Button>
      ) : null}
    </View>
  </Card>
)

const RevokeSheet = ({ invitation, onClose }: { invitation: Invitation; onClose: () => void }) => {
  const { busy, act } = useAct()
  const revoke = () =>
    act(async () => {
      await call('invitations.revoke', { params: { id: invitation.id } })
      toast(texts.revoked)
      onClose()
      await invalidate('invitations.list')
    })
  return (
    <Sheet open title={texts.revokeTitle} onClose={onClose}>
      <Text>{texts.revokeNote(invitation.name)}</Text>
      <Button look="danger" busy={busy} onPress={revoke}>
        {texts.revoke}
      </Button>
    </Sheet>
  )
}

/** The administrator's first tab: one-time invitations to staff roles. */
export const AdminHome = () => {
  const signedIn = useApp((state) => state.status === 'in')
  const pages = usePages('invitations.list', { query: {} }, { enabled: signedIn })
  const [inviting, setInviting] = useState(false)
  const [revoking, setRevoking] = useState<Invitation | null>(null)
  return (
    <Page title={texts.invitationsTitle} root head={<TabHead title={texts.invitationsTitle} />}>
      <Button onPress={() => setInviting(true)}>{texts.invite}</Button>
      <PagedList pages={pages} count={pages.items.length} empty={<EmptyState title={texts.noInvitations} note={texts.noInvitationsNote} />}>
        {pages.items.map((invitation) => (
          <InvitationCard key={invitation.id} invitation={invitation} onRevoke={() => setRevoking(invitation)} />
        ))}
      </PagedList>
      {inviting ? <InvitationSheet onClose={() => setInviting(false)} /> : null}
      {revoking ? <RevokeSheet invitation={revoking} onClose={() => setRevoking(null)} /> : null}
    </Page>
  )
}
