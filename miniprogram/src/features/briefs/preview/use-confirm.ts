import type { BriefView } from '@shared/briefs/schemas'
import { toast, toastError } from '@/components/toast'
import { replace } from '@/lib/navigate'
import { ApiProblem } from '@/lib/problem'
import { call } from '@/lib/request'
import { useAct } from '@/lib/use-act'
import { texts } from '../texts'
import { refreshBriefs, showBrief } from '../use-brief'

/** Submits or signs exactly the text that was looked at. `onStale`: it was changed meanwhile and has to be looked at again. */
export const useConfirm = (brief: BriefView | undefined, digest: string | undefined, onStale: () => void) => {
  const { busy, act } = useAct()
  const make = (work: (id: string, digest: string, revision: number) => Promise<BriefView>, said: string) =>
    act(
      async () => {
        if (!brief || !digest) return
        showBrief(await work(brief.id, digest, brief.revision))
        toast(said)
        replace('brief', { id: brief.id })
      },
      (error) => {
        toastError(error)
        if (!(error instanceof ApiProblem) || error.status < 400 || error.status >= 500) return
        onStale()
        void refreshBriefs()
      },
    )
  return {
    busy,
    submit: () =>
      make(
        (id, seen, revision) => call('briefs.move', { params: { id }, body: { move: 'submit', revision, digest: seen } }),
        texts.submitted,
      ),
    sign: () => make((id, seen) => call('briefs.sign', { params: { id }, body: { digest: seen } }), texts.signedDone),
  }
}
