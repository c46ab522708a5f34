import type { CaseView } from '@shared/cases/schemas'
import { toast, toastError } from '@/components/toast'
import { isProblem } from '@/lib/problem'
import { invalidate } from '@/lib/query'
import { call } from '@/lib/request'
import { useAct } from '@/lib/use-act'
import { MOVE_TEXTS, texts } from './texts'

export type ResidentMove = keyof typeof MOVE_TEXTS

/** Loads anew whatever shows this case. */
export const refreshCases = (): Promise<unknown> => invalidate('cases.get', 'cases.list')

/** Makes one of the resident's moves; when somebody else was quicker, shows what has become of the case. */
export const useMove = (view: Pick<CaseView, 'id' | 'revision'>) => {
  const { busy, act } = useAct()
  const move = (name: ResidentMove, reason: string, onDone: () => void) =>
    act(
      async () => {
        await call('cases.move', {
          params: { id: view.id },
          body: { move: name, revision: view.revision, ...(reason ? { reason } : {}) },
        })
        onDone()
        toast(MOVE_TEXTS[name].done)
        await refreshCases()
      },
      (error) => {
        const moved = isProblem(error, 'case_already_moved') || isProblem(error, 'move_not_allowed')
        if (!moved) return toastError(error)
        onDone()
        toast(texts.refreshed)
        void refreshCases()
      },
    )
  return { busy, move }
}
