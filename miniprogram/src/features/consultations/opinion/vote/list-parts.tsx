import type { StatementView } from '@shared/consultations/opinion'
import { Text } from '@tarojs/components'
import { useState } from 'react'
import { PagedList } from '@/components/paged-list'
import { Sheet } from '@/components/sheet'
import { EmptyState } from '@/components/states'
import { toast } from '@/components/toast'
import { invalidate, usePages } from '@/lib/query'
import { texts } from '../texts'
import { AnswerButtons } from './answer-buttons'
import { HideSheet } from './hide-sheet'
import { StatementLine } from './statement-line'
import { useAnswering } from './use-voting'

/** What is being looked at changes by itself. */
const EVERY = 20_000

/** One's own statements, and what has become of them. */
export const MinePart = ({ id }: { id: string }) => {
  const pages = usePages('statements.list', { params: { id }, query: { view: 'mine' } }, { refetchInterval: EVERY })
  return (
    <PagedList pages={pages} count={pages.items.length} empty={<EmptyState title={texts.mineNone} note={texts.mineNoneNote} />}>
      {pages.items.map((statement) => (
        <StatementLine key={statement.id} statement={statement} />
      ))}
    </PagedList>
  )
}

const AnswerSheet = ({ id, statement, onClose }: { id: string; statement: StatementView; onClose: () => void }) => {
  const { busy, answer } = useAnswering(id, async () => {
    toast(texts.answered)
    onClose()
    await invalidate('statements.list')
  })
  return (
    <Sheet open title={texts.answerSheet} onClose={onClose}>
      <Text className="v-words">{statement.text}</Text>
      <AnswerButtons label={texts.answerSheet} chosen={statement.answer} busy={busy} onAnswer={(said) => void answer(statement.id, said)} />
    </Sheet>
  )
}

/** All statements that are shown, with the reader's own answers. */
export const AllPart = ({ id }: { id: string }) => {
  const pages = usePages('statements.list', { params: { id }, query: { view: 'all' } })
  const [opened, setOpened] = useState<{ what: 'answer' | 'hide'; statement: StatementView } | null>(null)
  const close = () => setOpened(null)
  return (
    <>
      <PagedList pages={pages} count={pages.items.length} empty={<EmptyState title={texts.none} note={texts.noneNote} />}>
        {pages.items.map((statement) => (
          <StatementLine
            key={statement.id}
            statement={statement}
            onAnswer={() => setOpened({ what: 'answer', statement })}
            onHide={() => setOpened({ what: 'hide', statement })}
          />
        ))}
      </PagedList>
      {opened?.what === 'answer' ? <AnswerSheet id={id} statement={opened.statement} onClose={close} /> : null}
      {opened?.what === 'hide' ? <HideSheet id={id} statement={opened.statement} onClose={close} /> : null}
    </>
  )
}
