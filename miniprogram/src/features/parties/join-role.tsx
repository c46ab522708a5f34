import { ROLE_NAMES } from '@shared/identity/schemas'
import { Text } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Page } from '@/components/page'
import { Loading } from '@/components/states'
import { toast } from '@/components/toast'
import { openTab } from '@/lib/navigate'
import { invalidate, useCall } from '@/lib/query'
import { call, type Output } from '@/lib/request'
import { loadProfile } from '@/lib/session'
import { fullTimeWords } from '@/lib/time'
import { useAct } from '@/lib/use-act'
import { Gone } from './gone'
import { texts } from './texts'

const Offer = ({ offer }: { offer: Output<'invitations.preview'> }) => (
  <Card>
    <Text className="h-head h-block">{ROLE_NAMES[offer.role]}</Text>
    <Text className="h-block">{[offer.organisationName, offer.regionName].filter(Boolean).join(' · ')}</Text>
    <Text className="h-bold h-block">{texts.roleName(offer.name)}</Text>
    <Text className="h-note h-block">{texts.roleNameNote}</Text>
    <Text className="h-note h-block">{texts.until(fullTimeWords(offer.expiresAt))}</Text>
  </Card>
)

/** An invitation to a staff role: which, where, and what one is called in it, before it is taken up. */
export const RoleInvitation = ({ code, onOther }: { code: string; onOther: () => void }) => {
  const { busy, act } = useAct()
  const query = useCall('invitations.preview', { body: { code } })
  const accept = () =>
    act(async () => {
      await call('invitations.redeem', { body: { code } })
      await loadProfile()
      toast(texts.roleDone)
      openTab('home')
      await invalidate('invitations.preview')
    })
  const footer = (
    <Button busy={busy} onPress={() => void accept()}>
      {texts.roleAccept}
    </Button>
  )
  if (query.isError) {
    return (
      <Page title={texts.joinTitle}>
        <Gone error={query.error} forRole onOther={onOther} onRetry={() => void query.refetch()} />
      </Page>
    )
  }
  return (
    <Page title={texts.joinTitle} footer={query.data ? footer : undefined}>
      <Text className="h-title">{texts.roleTitle}</Text>
      <Text className="h-soft">{texts.roleNote}</Text>
      {query.data ? <Offer offer={query.data} /> : <Loading />}
    </Page>
  )
}
