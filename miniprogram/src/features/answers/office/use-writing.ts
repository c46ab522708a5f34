import type { AnswerDraft } from '@shared/answers/schemas'
import { useState } from 'react'
import { toast } from '@/components/toast'
import { ApiProblem, wordsOf } from '@/lib/problem'
import { invalidate, queryClient } from '@/lib/query'
import { call } from '@/lib/request'
import { useAct } from '@/lib/use-act'
import { useKept } from '@/lib/use-kept'
import { texts } from '../texts'
import { type AnswerText, isSame, textOf } from './answer-draft'

interface Kept {
  /** What was written upon. */
  revision: number
  text: AnswerText
}

const show = (draft: AnswerDraft): void => {
  queryClient.setQueryData(['answers.draft', { params: { id: draft.id } }], draft)
  void invalidate('answers.drafts', 'answers.list', 'answers.get')
}

/** Writing an answer: what is typed stays on this device until the service has it. */
export const useWriting = (draft: AnswerDraft) => {
  const [kept, keep] = useKept<Kept>(`answer-${draft.id}`)
  const [saved, setSaved] = useState(false)
  const { busy, act } = useAct()
  const stored = textOf(draft)
  const text = kept?.text ?? stored
  const run = (work: (key: string) => Promise<unknown>) =>
    act(work, (error) => {
      const moved = error instanceof ApiProblem && error.status === 409
      toast(moved ? texts.changed : wordsOf(error))
      if (moved) void invalidate('answers.draft', 'answers.drafts')
    })
  const change = (over: Partial<AnswerText>) => {
    const next = { ...text, ...over }
    setSaved(false)
    keep(isSame(next, stored) ? undefined : { revision: kept?.revision ?? draft.revision, text: next })
  }
  /** Has the service keep what was typed; answers how the draft then stands. */
  const write = async (): Promise<AnswerDraft> => {
    if (!kept) return draft
    const written = await call('answers.write', { params: { id: draft.id }, body: { revision: kept.revision, ...text } })
    keep(undefined)
    setSaved(true)
    show(written)
    return written
  }
  const move = (name: 'publish' | 'withdraw', revision: number, done: string) =>
    run(async () => {
      show(await call('answers.move', { params: { id: draft.id }, body: { move: name, revision } }))
      toast(done)
    })
  /** Somebody else has written since; the reader says whose words stay. */
  const clash = kept !== undefined && kept.revision !== draft.revision
  const settle = (mine: boolean) => keep(mine ? { revision: draft.revision, text } : undefined)
  return { text, changed: kept !== undefined, saved, busy, run, change, write, move, clash, settle }
}
