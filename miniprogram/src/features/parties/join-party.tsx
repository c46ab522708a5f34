import type { InvitationPreview } from '@shared/cases/schemas'
import { MODE_NAMES, type Mode } from '@shared/mediation/schemas'
import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Page } from '@/components/page'
import { Sheet } from '@/components/sheet'
import { EmptyState, Loading } from '@/components/states'
import { ConsentSheet } from '@/features/login/consent-sheet'
import { openTab } from '@/lib/navigate'
import { useCall } from '@/lib/query'
import { clockOf, fullTimeWords } from '@/lib/time'
import { Gone } from './gone'
import { JoinWelcome } from './join-welcome'
import { PARTS, texts } from './texts'
import { useAnswer } from './use-answer'

const Proposed = ({ booking }: { booking: NonNullable<InvitationPreview['booking']> }) => (
  <View className="h-line">
    <Text className="h-note h-block">{texts.proposed}</Text>
    <Text className="h-bold h-block">{`${fullTimeWords(booking.startsAt)}–${clockOf(booking.endsAt)}`}</Text>
    <Text>{[MODE_NAMES[booking.mode as Mode], booking.place].filter(Boolean).join(' · ')}</Text>
  </View>
)

/** What it is about, who asks, who mediates: no more than one needs for saying yes or no. */
const About = ({ preview }: { preview: InvitationPreview }) => {
  const { categoryName, regionName, invitedBy, mediator, booking, expiresAt } = preview
  // the mediator is named below anyway
  const inviter = invitedBy === mediator?.name ? '' : invitedBy
  return (
    <Card>
      <Text className="h-head h-block">{texts.about(categoryName)}</Text>
      <Text className="h-note h-block">{regionName}</Text>
      {inviter ? <Text className="h-block">{texts.invitedBy(inviter)}</Text> : null}
      {mediator ? <Text className="h-block">{texts.mediator(mediator.name, mediator.organisationName)}</Text> : null}
      {booking ? <Proposed booking={booking} /> : null}
      <Text className="h-note h-block">{texts.until(fullTimeWords(expiresAt))}</Text>
    </Card>
  )
}

const Rights = ({ part }: { part: InvitationPreview['part'] }) => (
  <Card tone="soft">
    <View className="h-head h-gapped">
      <Text>{texts.rights}</Text>
    </View>
    {PARTS[part].joinNotes.map((note) => (
      <View className="h-dot" key={note}>
        <View className="h-dot-mark" />
        <Text className="h-grow">{note}</Text>
      </View>
    ))}
  </Card>
)

const Question = ({ preview, answering }: { preview: InvitationPreview; answering: ReturnType<typeof useAnswer> }) => {
  const [asking, setAsking] = useState(false)
  const { busy, answer, login } = answering
  const { joinTitle, agree } = PARTS[preview.part]
  const footer = (
    <>
      <Button look="ghost" className="h-narrow" onPress={() => setAsking(true)}>
        {texts.decline}
      </Button>
      <Button busy={busy} onPress={() => answer(true)}>
        {agree}
      </Button>
    </>
  )
  return (
    <Page title={texts.joinTitle} footer={footer}>
      <Text className="h-title">{joinTitle}</Text>
      {preview.part === 'respondent' ? <Text className="h-bold">{texts.free}</Text> : null}
      <About preview={preview} />
      <Rights part={preview.part} />
      <Sheet open={asking} title={texts.declineTitle} onClose={() => setAsking(false)}>
        <Text>{texts.declineNote}</Text>
        <Button look="danger" busy={busy} onPress={() => answer(false)}>
          {texts.decline}
        </Button>
        <Button look="text" onPress={() => setAsking(false)}>
          {texts.cancel}
        </Button>
      </Sheet>
      <ConsentSheet terms={login.terms} busy={login.busy} onAgree={login.agree} onRefuse={login.refuse} />
    </Page>
  )
}

/** An invitation to a case: what it is, before anybody has to log in; the answer; and at once the time to meet. */
export const PartyInvitation = ({ code, onOther }: { code: string; onOther: () => void }) => {
  const [answered, setAnswered] = useState<{ caseId: string | null } | null>(null)
  const query = useCall('parties.preview', { body: { code } }, { enabled: answered === null, staleTime: 60_000 })
  const answering = useAnswer(code, (caseId) => setAnswered({ caseId }))
  // logging in empties what has been read so far, and the page must not change under the finger
  const [seen, setSeen] = useState<InvitationPreview>()
  useEffect(() => {
    if (query.data) setSeen(query.data)
  }, [query.data])
  const preview = query.data ?? seen
  if (answered?.caseId) return <JoinWelcome caseId={answered.caseId} asked={preview?.part === 'respondent'} />
  if (answered) {
    return (
      <Page title={texts.joinTitle}>
        <EmptyState title={texts.declined} action={texts.goHome} onAction={() => openTab('home')} />
      </Page>
    )
  }
  if (preview) return <Question preview={preview} answering={answering} />
  return (
    <Page title={texts.joinTitle}>
      {query.isPending ? <Loading /> : <Gone error={query.error} onOther={onOther} onRetry={() => void query.refetch()} />}
    </Page>
  )
}
