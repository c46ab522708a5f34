import { toast } from '@/components/toast'
import { ReasonSheet } from '@/features/cases/reason-sheet'
import { invalidate } from '@/lib/query'
import { call } from '@/lib/request'
import { useAct } from '@/lib/use-act'
import { texts } from './texts'

interface Props {
  caseId: string
  /** Whether the reader has left already and comes back. */
  left: boolean
  onClose: () => void
}

/** Leaves the mediation, or comes back: nobody has to stay in one. */
export const QuitSheet = ({ caseId, left, onClose }: Props) => {
  const { busy, act } = useAct()
  const send = (reason: string) =>
    act(async () => {
      await call('parties.quit', { params: { id: caseId }, body: { quit: !left, ...(reason ? { reason } : {}) } })
      onClose()
      toast(left ? texts.rejoinDone : texts.quitDone)
      await invalidate('cases.get', 'cases.list')
    })
  return (
    <ReasonSheet
      open
      title={left ? texts.rejoinTitle : texts.quitTitle}
      note={left ? texts.rejoinNote : texts.quitNote}
      reasons={left ? [] : texts.quitReasons}
      button={left ? texts.rejoinSend : texts.quitSend}
      busy={busy}
      final={!left}
      required={false}
      onClose={onClose}
      onSend={(reason) => void send(reason)}
    />
  )
}
