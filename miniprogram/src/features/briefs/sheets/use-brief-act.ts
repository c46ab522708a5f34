import type { BriefView } from '@shared/briefs/schemas'
import { toast, toastError } from '@/components/toast'
import { ApiProblem, wordsOf } from '@/lib/problem'
import { useAct } from '@/lib/use-act'
import { texts } from '../texts'
import { refreshBriefs, showBrief } from '../use-brief'

/** Does one thing with a brief and shows what came of it; when somebody was faster, how it stands now. */
export const useBriefAct = (onDone: () => void) => {
  const { busy, act } = useAct()
  const make = (work: (key: string) => Promise<BriefView>, said: string) =>
    act(
      async (key) => {
        showBrief(await work(key))
        toast(said)
        onDone()
      },
      (error) => {
        const moved = error instanceof ApiProblem && (error.status === 409 || error.status === 404)
        if (!moved) return toastError(error)
        onDone()
        toast(error.code === 'conflict' || error.status === 404 ? texts.stale : wordsOf(error))
        void refreshBriefs()
      },
    )
  return { busy, make }
}
