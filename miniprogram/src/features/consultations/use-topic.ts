import type { ConsultationView } from '@shared/consultations/schemas'
import { toast } from '@/components/toast'
import { ApiProblem, wordsOf } from '@/lib/problem'
import { invalidate, queryClient, useCall } from '@/lib/query'
import { useApp } from '@/lib/store'
import { useAct } from '@/lib/use-act'

/** Seats, supporters and answers change while one looks. */
const EVERY = 20_000

/** What the parts of a topic's screen need. */
export interface PartProps {
  view: ConsultationView
  /** Shows what a press answered, without reading the topic once more. */
  show: (view: ConsultationView) => void
  refresh: () => Promise<unknown>
}

/** The topic on the screen; `every`: how often to look again, milliseconds. */
export const useTopic = (id: string, every = EVERY) => {
  const signedIn = useApp((state) => state.status === 'in')
  const options = { params: { id } }
  const query = useCall('consultations.get', options, { enabled: signedIn && id !== '', refetchInterval: every })
  const show = (view: ConsultationView) => {
    queryClient.setQueryData(['consultations.get', options], view)
    void invalidate('consultations.list', 'unread.get')
  }
  const refresh = () => invalidate('consultations.get', 'consultations.list')
  const part: PartProps | undefined = query.data ? { view: query.data, show, refresh } : undefined
  return { query, part }
}

/** Presses that answer the topic as it then is; somebody may have been faster, so a refusal shows how it stands. */
export const useTopicAct = ({ show, refresh }: Pick<PartProps, 'show' | 'refresh'>) => {
  const { busy, act } = useAct()
  const run = (work: (key: string) => Promise<ConsultationView>, done: string, after?: () => void) =>
    act(
      async (key) => {
        const view = await work(key)
        after?.()
        show(view)
        if (done) toast(done)
      },
      (error) => {
        toast(wordsOf(error))
        if (error instanceof ApiProblem && (error.status === 409 || error.status === 404)) void refresh()
      },
    )
  return { busy, run }
}
