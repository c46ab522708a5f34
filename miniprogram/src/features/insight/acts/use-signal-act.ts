import type { ActOnSignal, SignalView } from '@shared/insight/schemas'
import { toast, toastError } from '@/components/toast'
import { ApiProblem } from '@/lib/problem'
import { invalidate, queryClient } from '@/lib/query'
import { call } from '@/lib/request'
import { useAct } from '@/lib/use-act'
import { texts } from '../texts'

const show = (signal: SignalView): void => {
  queryClient.setQueryData(['signals.get', { params: { id: signal.id } }], signal)
  void invalidate('signals.list', 'signals.map', 'signals.wordings')
}

/** Does one thing with a signal and shows what came of it; when somebody was faster, how it stands now. */
export const useSignalAct = ({ id, revision }: SignalView, onDone: () => void) => {
  const { busy, act } = useAct()
  const make = (body: Omit<ActOnSignal, 'revision'>, said: string) =>
    act(
      async () => {
        show(await call('signals.act', { params: { id }, body: { ...body, revision } }))
        toast(said)
        onDone()
      },
      (error) => {
        if (!(error instanceof ApiProblem) || error.status !== 409) return toastError(error)
        toast(texts.stale)
        onDone()
        void invalidate('signals.get', 'signals.list')
      },
    )
  return { busy, make }
}
