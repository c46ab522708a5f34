import type { ConsultationView } from '@shared/consultations/schemas'
import { Text } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Page } from '@/components/page'
import { EmptyState, ErrorState, Loading } from '@/components/states'
import { Tabs } from '@/components/tabs'
import { askLogin, open } from '@/lib/navigate'
import { useApp } from '@/lib/store'
import { useKept } from '@/lib/use-kept'
import { useTopic } from '../../use-topic'
import { texts } from '../texts'
import { AllPart, MinePart } from './list-parts'
import { NextPart } from './next-part'
import { WriteSheet } from './write-sheet'
import '../opinion.css'

type Tab = keyof typeof texts.tabs
const TABS = (['next', 'mine', 'all'] as const).map((key) => ({ key, name: texts.tabs[key] }))

const Over = ({ id }: { id: string }) => (
  <EmptyState title={texts.over} note={texts.overNote} action={texts.seeGroups} onAction={() => open('groups', { id })} />
)

const Shown = ({ view }: { view: ConsultationView }) => {
  const { id, can } = view
  const [tab, setTab] = useState<Tab>('next')
  const [draft, keep] = useKept<string>(`statement-${id}`)
  const [writing, setWriting] = useState(false)
  const sent = () => {
    keep(undefined)
    setWriting(false)
    setTab('mine')
  }
  const add = can.includes('addStatement') ? (
    <Button look="ghost" onPress={() => setWriting(true)}>
      {draft ? texts.addOwnUnsent : texts.addOwn}
    </Button>
  ) : undefined
  // beneath the answers, not over them: on a small telephone all three must be seen at once
  return (
    <Page title={texts.vote} footer={tab === 'next' ? undefined : add}>
      <Text className="h-note">{view.title}</Text>
      <Tabs items={TABS} active={tab} onChange={setTab} />
      {tab === 'next' ? can.includes('vote') ? <NextPart id={id} /> : <Over id={id} /> : null}
      {tab === 'next' ? add : null}
      {tab === 'mine' ? <MinePart id={id} /> : null}
      {tab === 'all' ? <AllPart id={id} /> : null}
      {writing ? (
        <WriteSheet
          id={id}
          draft={draft ?? ''}
          onChange={(words) => keep(words || undefined)}
          onClose={() => setWriting(false)}
          onSent={sent}
        />
      ) : null}
    </Page>
  )
}

/** Says what one thinks, statement by statement, and adds one's own. */
export const VoteScreen = ({ id }: { id: string }) => {
  const status = useApp((state) => state.status)
  const { query, part } = useTopic(id)
  if (status === 'out') {
    return (
      <Page title={texts.vote}>
        <EmptyState title={texts.loginTitle} note={texts.loginNote} action={texts.login} onAction={askLogin} />
      </Page>
    )
  }
  if (part) return <Shown view={part.view} />
  return (
    <Page title={texts.vote}>{query.isError ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : <Loading />}</Page>
  )
}
