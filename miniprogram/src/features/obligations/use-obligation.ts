import type { ObligationMove, ObligationView } from '@shared/obligations/schemas'
import { toast, toastError } from '@/components/toast'
import type { KeptFile } from '@/lib/kept-files'
import { isProblem } from '@/lib/problem'
import { invalidate } from '@/lib/query'
import { call } from '@/lib/request'
import { dropFiles, sendFiles } from '@/lib/send-files'
import { useAct } from '@/lib/use-act'
import { OBLIGATION_TEXTS, texts } from './texts'

const refresh = () => invalidate('obligations.list', 'cases.get', 'cases.list')

/** Moves a promise one step, with words and proof; when the other side was quicker, shows what has become of it. */
export const useObligation = (obligation: Pick<ObligationView, 'id' | 'revision'>, onDone: () => void) => {
  const { busy, act } = useAct()
  const send = (move: ObligationMove, note: string, photos: readonly KeptFile[] = []) =>
    act(
      async () => {
        const fileIds = await sendFiles(photos)
        const extra = { ...(note ? { note } : {}), ...(fileIds.length > 0 ? { fileIds } : {}) }
        await call('obligations.move', { params: { id: obligation.id }, body: { move, revision: obligation.revision, ...extra } })
        dropFiles(photos)
        onDone()
        toast(move === 'remind' ? texts.reminded : OBLIGATION_TEXTS[move].done)
        await refresh()
      },
      (error) => {
        const moved = isProblem(error, 'conflict') || isProblem(error, 'move_not_allowed')
        if (!moved) return toastError(error)
        onDone()
        toast(texts.moved)
        void refresh()
      },
    )
  return { busy, send }
}
