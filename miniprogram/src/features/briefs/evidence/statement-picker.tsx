import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Entry } from '@/components/entry'
import { PagedList } from '@/components/paged-list'
import { pressable } from '@/components/pressable'
import { EmptyState } from '@/components/states'
import { nearPlace } from '@/lib/place-words'
import { usePages } from '@/lib/query'
import { texts } from '../texts'
import { Found } from './found'
import type { PickerProps } from './picker-props'

interface Topic {
  id: string
  title: string
}

const Topics = ({ regionCode, onPick }: { regionCode: string; onPick: (topic: Topic) => void }) => {
  const pages = usePages('consultations.list', { query: { view: 'public', regionCode } })
  const [title, note] = texts.topicsNone
  return (
    <>
      <Text className="h-bold">{texts.topicPick}</Text>
      <PagedList pages={pages} count={pages.items.length} empty={<EmptyState title={title} note={note} />}>
        <View>
          {pages.items.map((topic) => (
            <Entry key={topic.id} title={topic.title} note={nearPlace(topic.regionName)} onPress={() => onPick(topic)} />
          ))}
        </View>
      </PagedList>
    </>
  )
}

const Statements = ({ topic, busy, onTake }: Omit<PickerProps, 'brief'> & { topic: Topic }) => {
  const pages = usePages('statements.list', { params: { id: topic.id }, query: { view: 'all' } })
  const [title, note] = texts.statementsNone
  return (
    <PagedList pages={pages} count={pages.items.length} empty={<EmptyState title={title} note={note} />}>
      {pages.items.map(({ id, text }) => (
        <Found
          key={id}
          text={text}
          source={topic.title}
          busy={busy}
          onTake={() => void onTake({ type: 'statement', consultationId: topic.id, statementId: id })}
        />
      ))}
    </PagedList>
  )
}

/** What people have agreed or disagreed with in a consultation; that which the brief came from, at first. */
export const StatementPicker = ({ brief, busy, onTake }: PickerProps) => {
  const [topic, setTopic] = useState<Topic | null>(brief.consultationId ? { id: brief.consultationId, title: texts.ownTopic } : null)
  if (!topic) return <Topics regionCode={brief.regionCode} onPick={setTopic} />
  return (
    <>
      <View className="h-link" {...pressable(() => setTopic(null))}>
        <Text>{texts.topicBack}</Text>
      </View>
      <Statements topic={topic} busy={busy} onTake={onTake} />
    </>
  )
}
