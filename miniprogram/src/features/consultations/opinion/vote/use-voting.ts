import type { StatementView } from '@shared/consultations/opinion'
import { useEffect, useRef, useState } from 'react'
import { toast } from '@/components/toast'
import { ApiProblem, wordsOf } from '@/lib/problem'
import { invalidate, useCall } from '@/lib/query'
import { call } from '@/lib/request'
import { useAct } from '@/lib/use-act'
import { texts } from '../texts'

export type Answer = NonNullable<StatementView['answer']>
type Statement = Pick<StatementView, 'id' | 'text' | 'answer'>

const AT_ONCE = 20

/** Says what the reader thinks of a statement. Whoever was overtaken by a change sees how it stands. */
export const useAnswering = (id: string, after: (said: StatementView) => unknown) => {
  const { busy, act } = useAct()
  const answer = (statementId: string, said: Answer) =>
    act(
      async () => {
        await after(await call('statements.answer', { params: { id, statementId }, body: { answer: said } }))
      },
      (error) => {
        const moved = error instanceof ApiProblem && (error.status === 409 || error.status === 404)
        toast(moved ? texts.changed : wordsOf(error))
        if (moved) void invalidate('statements.list', 'consultations.get')
      },
    )
  return { busy, answer }
}

/** The statements that the reader has not answered, one after the other; the one before can be changed. */
export const useVoting = (id: string) => {
  const { data, isError, error, refetch, isFetchedAfterMount } = useCall('statements.list', {
    params: { id },
    query: { view: 'next', limit: AT_ONCE },
  })
  const [said, setSaid] = useState<StatementView[]>([])
  const [again, setAgain] = useState(false)
  const { busy, answer } = useAnswering(id, (statement) => {
    setSaid((before) => [...before.filter((one) => one.id !== statement.id), statement])
    setAgain(false)
  })
  const done = new Set(said.map((one) => one.id))
  // what was kept from an earlier visit may have been answered since
  const next = isFetchedAfterMount ? data?.items.find((one) => !done.has(one.id)) : undefined
  const asked = useRef(-1)
  const more = isFetchedAfterMount && data !== undefined && !next && data.nextCursor !== null
  useEffect(() => {
    if (!more || asked.current === said.length) return
    asked.current = said.length
    void refetch()
  }, [more, said.length, refetch])
  const last = said.at(-1)
  const current: Statement | undefined = again && last ? last : next
  const failed = isError && !data ? error : null
  return { current, again, setAgain, said: said.length, busy, answer, failed, refetch, waiting: !isFetchedAfterMount || more }
}
