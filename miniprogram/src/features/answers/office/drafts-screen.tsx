import { ANSWER_STATES, type AnswerDraft } from '@shared/answers/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '@/components/card'
import { Page } from '@/components/page'
import { PagedList } from '@/components/paged-list'
import { EmptyState } from '@/components/states'
import { Tabs } from '@/components/tabs'
import { open } from '@/lib/navigate'
import { usePages } from '@/lib/query'
import { useApp } from '@/lib/store'
import { dayWords } from '@/lib/time'
import { ResultChip } from '../result-chip'
import { texts } from '../texts'
import '../answers.css'

const TABS = ANSWER_STATES.map((key) => ({ key, name: texts.tabs[key] }))

const DraftCard = ({ draft }: { draft: AnswerDraft }) => (
  <Card onPress={() => open('answerWrite', { id: draft.id })}>
    <View className="h-row spread top">
      <Text className="h-bold h-grow">{draft.title}</Text>
      <ResultChip result={draft.result} />
    </View>
    <Text className="h-note h-block">
      {[draft.regionName, texts.source[draft.source], draft.publishedAt ? texts.publishedAt(dayWords(draft.publishedAt)) : '']
        .filter(Boolean)
        .join(' · ')}
    </Text>
  </Card>
)

/** What waits to be told to everybody, what has been, and what was taken back. */
export const DraftsScreen = () => {
  const signedIn = useApp((state) => state.status === 'in')
  const [state, setState] = useState<AnswerDraft['state']>('draft')
  const pages = usePages('answers.drafts', { query: { state } }, { enabled: signedIn })
  return (
    <Page title={texts.officePlain} className="r-page">
      <Text className="h-soft">{texts.officeIntro}</Text>
      <Tabs items={TABS} active={state} onChange={setState} />
      <View className="r-list">
        <PagedList pages={pages} count={pages.items.length} empty={<EmptyState title={texts.empty[state]} note={texts.emptyNote[state]} />}>
          {pages.items.map((draft) => (
            <DraftCard key={draft.id} draft={draft} />
          ))}
        </PagedList>
      </View>
    </Page>
  )
}
