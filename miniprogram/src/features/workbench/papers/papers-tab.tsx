import type { CaseView } from '@shared/cases/schemas'
import { PAPER_NAMES, PAPER_STATUS_NAMES, type PaperItem, type PaperKind, type PaperStatus } from '@shared/papers/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Chip, type Tone } from '@/components/chip'
import { Entry } from '@/components/entry'
import { Sheet } from '@/components/sheet'
import { EmptyState, ErrorState, Loading } from '@/components/states'
import { useCall } from '@/lib/query'
import { timeWords } from '@/lib/time'
import { KIND_NOTES, texts } from './texts'
import type { PaperWays } from './ways'

const TONES: Record<PaperStatus, Tone> = { draft: 'sky', reading: 'amber', signing: 'amber', effective: 'bamboo', void: 'neutral' }
export const toneOf = (status: PaperStatus): Tone => TONES[status]

const noteOf = (paper: PaperItem): string => {
  const waiting = paper.status === 'signing' ? paper.waitsFor.map(({ me, name }) => (me ? texts.me : name)) : []
  return [
    paper.number ? texts.number(paper.number) : '',
    waiting.length > 0 ? texts.waitsFor(waiting.join('、')) : texts.updatedAt(timeWords(paper.updatedAt)),
  ]
    .filter(Boolean)
    .join(' · ')
}

const PaperCard = ({ paper, onOpen }: { paper: PaperItem; onOpen: () => void }) => (
  <Card onPress={onOpen}>
    <View className="h-row spread top">
      <Text className="h-head h-grow">{paper.title}</Text>
      <Chip tone={toneOf(paper.status)}>{PAPER_STATUS_NAMES[paper.status]}</Chip>
    </View>
    <Text className="h-note">{noteOf(paper)}</Text>
  </Card>
)

const Templates = ({ caseId, onChoose }: { caseId: string; onChoose: (kind: PaperKind) => void }) => {
  const list = useCall('papers.templates', { params: { id: caseId }, query: {} }, { staleTime: 60_000 })
  if (list.isPending) return <Loading cards={1} />
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />
  return (
    <View>
      {list.data.items.map(({ kind, name }) => (
        <Entry key={kind} title={name || PAPER_NAMES[kind]} note={KIND_NOTES[kind]} onPress={() => onChoose(kind)} />
      ))}
    </View>
  )
}

/** The papers of a case, and where a new one is begun. */
export const PapersTab = ({ view, ways }: { view: CaseView; ways: PaperWays }) => {
  const list = useCall('papers.list', { params: { id: view.id } }, { refetchInterval: 30_000 })
  const [choosing, setChoosing] = useState(false)
  const drafting = view.can.includes('draftPaper')
  return (
    <View className="h-col">
      {drafting ? <Button onPress={() => setChoosing(true)}>{texts.write}</Button> : null}
      {list.isPending ? <Loading /> : null}
      {list.isError ? <ErrorState error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.data?.items.length === 0 ? <EmptyState title={texts.none} note={drafting ? texts.noneNote : ''} /> : null}
      {list.data?.items.map((paper) => (
        <PaperCard key={paper.id} paper={paper} onOpen={() => ways.show(paper.id)} />
      ))}
      <Sheet open={choosing} title={texts.chooseTitle} onClose={() => setChoosing(false)}>
        <Templates
          caseId={view.id}
          onChoose={(kind) => {
            setChoosing(false)
            ways.write({ kind })
          }}
        />
      </Sheet>
    </View>
  )
}
