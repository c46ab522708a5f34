import type { AnswerDraft } from '@shared/answers/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Chip } from '@/components/chip'
import { Entry } from '@/components/entry'
import { Page } from '@/components/page'
import { EmptyState, ErrorState, Loading } from '@/components/states'
import { toast } from '@/components/toast'
import { askLogin, open } from '@/lib/navigate'
import { useCall } from '@/lib/query'
import { useApp } from '@/lib/store'
import { AnswerWords } from '../answer-words'
import { ResultChip } from '../result-chip'
import { texts } from '../texts'
import { missingIn, missingToKeep } from './answer-draft'
import { PublishSheet, WithdrawSheet } from './answer-sheets'
import { useWriting } from './use-writing'
import { WriteFields } from './write-fields'
import '../answers.css'

type Opened = { what: 'publish' | 'withdraw'; draft: AnswerDraft }

const seeSource = ({ source, sourceId }: AnswerDraft) => open(source === 'consultation' ? 'topic' : 'brief', { id: sourceId })

const Clash = ({ onSettle }: { onSettle: (mine: boolean) => void }) => (
  <Card tone="amber">
    <View className="h-col">
      <Text className="h-head">{texts.conflict}</Text>
      <Text>{texts.conflictNote}</Text>
      <View className="h-row h-halves">
        <Button look="ghost" onPress={() => onSettle(false)}>
          {texts.conflictTheirs}
        </Button>
        <Button onPress={() => onSettle(true)}>{texts.conflictMine}</Button>
      </View>
    </View>
  </Card>
)

const Readable = ({ draft }: { draft: AnswerDraft }) => (
  <>
    <View>
      <Text className="h-title h-block">{draft.title}</Text>
      <View className="h-row wrap r-head">
        <Chip tone={draft.state === 'published' ? 'bamboo' : 'neutral'}>{texts.tabs[draft.state]}</Chip>
        <ResultChip result={draft.result} />
      </View>
    </View>
    <Card>
      <AnswerWords answer={draft} />
    </Card>
    {draft.state === 'published' ? <Button onPress={() => open('answer', { id: draft.id })}>{texts.seePublic}</Button> : null}
  </>
)

type Missing = ReturnType<typeof missingIn>

/** The buttons below, and what is still missing for them. */
const useKeeping = (writing: ReturnType<typeof useWriting>, onReview: (draft: AnswerDraft) => void) => {
  const { text, changed, busy, run, write } = writing
  const [wrong, setWrong] = useState<Missing>({})
  const complete = (missing: Missing): boolean => {
    setWrong(missing)
    const [first] = Object.values(missing)
    if (first) toast(first)
    return first === undefined
  }
  const keep = () => (complete(missingToKeep(text)) ? run(async () => void (await write())) : undefined)
  const review = () => (complete(missingIn(text)) ? run(async () => onReview(await write())) : undefined)
  const buttons = (
    <>
      <Button look="ghost" className="h-narrow" disabled={!changed} busy={busy} onPress={() => void keep()}>
        {texts.save}
      </Button>
      <Button busy={busy} onPress={() => void review()}>
        {texts.review}
      </Button>
    </>
  )
  return { wrong, buttons }
}

const KeptLine = ({ changed, saved }: { changed: boolean; saved: boolean }) =>
  changed || saved ? (
    <View className="h-row" role="status">
      <Chip tone="outline">{changed ? texts.kept : texts.saved}</Chip>
    </View>
  ) : null

const Sheets = ({
  opened,
  busy,
  move,
  onClose,
}: Pick<ReturnType<typeof useWriting>, 'busy' | 'move'> & { opened: Opened; onClose: () => void }) => {
  const { what, draft } = opened
  const send = (done: string) => void move(what, draft.revision, done).then(onClose)
  return what === 'publish' ? (
    <PublishSheet draft={draft} busy={busy} onClose={onClose} onSend={() => send(texts.published)} />
  ) : (
    <WithdrawSheet draft={draft} busy={busy} onClose={onClose} onSend={() => send(texts.withdrawn)} />
  )
}

const Writer = ({ draft }: { draft: AnswerDraft }) => {
  const writing = useWriting(draft)
  const { text, changed, saved, busy, change, move, clash, settle } = writing
  const [opened, setOpened] = useState<Opened | null>(null)
  const { wrong, buttons } = useKeeping(writing, (written) => setOpened({ what: 'publish', draft: written }))
  const writes = draft.can.includes('write')
  return (
    <Page title={texts.write} footer={writes && !clash ? buttons : undefined}>
      {clash ? <Clash onSettle={settle} /> : null}
      <KeptLine changed={changed} saved={saved} />
      {writes ? <WriteFields text={text} wrong={wrong} onChange={change} /> : <Readable draft={draft} />}
      <Card>
        <Entry title={texts.seeSource[draft.source]} onPress={() => seeSource(draft)} />
      </Card>
      {draft.can.includes('withdraw') ? (
        <Button look="danger" onPress={() => setOpened({ what: 'withdraw', draft })}>
          {draft.state === 'published' ? texts.withdraw : texts.withdrawDraft}
        </Button>
      ) : null}
      {opened ? <Sheets opened={opened} busy={busy} move={move} onClose={() => setOpened(null)} /> : null}
    </Page>
  )
}

/** The office writes an answer, sees what everybody will see, and publishes it. */
export const WriteScreen = ({ id }: { id: string }) => {
  const status = useApp((state) => state.status)
  const { data, isError, error, refetch } = useCall('answers.draft', { params: { id } }, { enabled: status === 'in' && id !== '' })
  if (data) return <Writer key={data.id} draft={data} />
  if (status === 'out') {
    return (
      <Page title={texts.write}>
        <EmptyState title={texts.officePlain} note={texts.officeIntro} action={texts.login} onAction={askLogin} />
      </Page>
    )
  }
  return <Page title={texts.write}>{isError ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />}</Page>
}
