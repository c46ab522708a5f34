import type { CaseView } from '@shared/cases/schemas'
import { Text } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Card } from '@/components/card'
import { Entry } from '@/components/entry'
import { Page } from '@/components/page'
import { ErrorState, Loading } from '@/components/states'
import { useCall } from '@/lib/query'
import { AskOtherSheet, AvoidanceCard } from './avoidance-card'
import { type Invited, InviteSheet } from './invite-sheet'
import { PeopleList } from './people-list'
import { hasLeft, wardsOf } from './people-words'
import { QuitSheet } from './quit-sheet'
import { SpeakersSheet } from './speakers-sheet'
import { PARTS, texts } from './texts'
import { useInvitationCard } from './use-invitation-card'

type Can = CaseView['can'][number]

/** Whom one may ask in, and which ability says so. */
const INVITES: readonly { part: Invited; by: Can }[] = [
  { part: 'respondent', by: 'inviteRespondent' },
  { part: 'coParty', by: 'inviteParty' },
  { part: 'representative', by: 'inviteParty' },
  { part: 'guardian', by: 'inviteParty' },
  { part: 'helper', by: 'inviteHelper' },
]

const Invites = ({ view, onOpen }: { view: CaseView; onOpen: (part: Invited) => void }) => {
  const offered = INVITES.filter(({ part, by }) => view.can.includes(by) && (part !== 'guardian' || wardsOf(view, 'guardian').length > 0))
  return offered.length === 0 ? null : (
    <Card>
      <Text className="h-head">{texts.invite}</Text>
      {offered.map(({ part }) => (
        <Entry key={part} title={PARTS[part].inviteTitle} note={PARTS[part].entryNote} onPress={() => onOpen(part)} />
      ))}
    </Card>
  )
}

type Right = 'speakers' | 'other' | 'quit'

const Rights = ({ view, onOpen }: { view: CaseView; onOpen: (right: Right) => void }) => {
  const can = (name: Can) => view.can.includes(name)
  const left = hasLeft(view)
  if (!can('chooseSpeakers') && !can('askOtherMediator') && !can('quit')) return null
  return (
    <Card>
      {can('chooseSpeakers') ? <Entry title={texts.speakersTitle} note={texts.speakersEntry} onPress={() => onOpen('speakers')} /> : null}
      {can('askOtherMediator') ? (
        <Entry title={texts.otherMediatorTitle} note={texts.otherMediatorEntry} onPress={() => onOpen('other')} />
      ) : null}
      {can('quit') ? (
        <Entry
          title={left ? texts.rejoinTitle : texts.quitTitle}
          note={left ? texts.rejoinEntry : texts.quitEntry}
          onPress={() => onOpen('quit')}
        />
      ) : null}
    </Card>
  )
}

const People = ({ view, share }: { view: CaseView; share: (code: string, part: string) => void }) => {
  const [part, setPart] = useState<Invited | null>(null)
  const [right, setRight] = useState<Right | null>(null)
  const close = () => setRight(null)
  const wards = part === 'representative' || part === 'guardian' ? wardsOf(view, part) : []
  return (
    <>
      <PeopleList view={view} />
      <Invites view={view} onOpen={setPart} />
      <AvoidanceCard caseId={view.id} />
      <Rights view={view} onOpen={setRight} />
      <InviteSheet caseId={view.id} part={part} wards={wards} onClose={() => setPart(null)} onCode={share} />
      {right === 'speakers' ? <SpeakersSheet view={view} onClose={close} /> : null}
      {right === 'other' ? <AskOtherSheet caseId={view.id} onClose={close} /> : null}
      {right === 'quit' ? <QuitSheet caseId={view.id} left={hasLeft(view)} onClose={close} /> : null}
    </>
  )
}

/** Who takes part, whom one may ask in, and the rights that everybody has: another mediator, leaving, coming back. */
export const PeopleScreen = () => {
  const id = useRouter().params.id ?? ''
  const query = useCall('cases.get', { params: { id } })
  const share = useInvitationCard()
  return (
    <Page title={texts.peopleTitle}>
      {query.isPending ? <Loading /> : null}
      {query.isError && !query.data ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.data ? <People view={query.data} share={share} /> : null}
    </Page>
  )
}
