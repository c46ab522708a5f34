import type { CaseView } from '@shared/cases/schemas'
import { Text } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '@/components/card'
import { Entry } from '@/components/entry'
import { InviteSheet } from '@/features/parties/invite-sheet'
import { open } from '@/lib/navigate'
import { ReadsSheet } from './reads-sheet'
import { ReasonSheet } from './reason-sheet'
import { MOVE_TEXTS, texts } from './texts'
import { type ResidentMove, useMove } from './use-move'

/** The sheet for one of the resident's moves. */
export const MoveSheet = ({ view, name, onClose }: { view: CaseView; name: ResidentMove | null; onClose: () => void }) => {
  const { busy, move } = useMove(view)
  if (!name) return null
  const { title, note, reasons, button } = MOVE_TEXTS[name]
  return (
    <ReasonSheet
      open
      title={title}
      note={note}
      reasons={reasons}
      button={name === 'confirm' ? texts.confirmed : button}
      busy={busy}
      final={name === 'withdraw'}
      required={name !== 'confirm'}
      onClose={onClose}
      onSend={(reason) => void move(name, reason, onClose)}
    />
  )
}

/** A complaint has another side only when somebody was named. */
const hasOtherSide = ({ kind, parties }: CaseView): boolean => kind === 'dispute' || parties.some((party) => party.side === 'respondent')

const OFFERED = ['inviteRespondent', 'readReads', 'reopen', 'withdraw'] as const
type Opened = 'reads' | 'respondent' | 'withdraw' | 'reopen'

/** Whatever else the service says that this person can do. */
export const MoreCard = ({ view, share }: { view: CaseView; share: (code: string, part: string) => void }) => {
  const [opened, setOpened] = useState<Opened | null>(null)
  const close = () => setOpened(null)
  const can = (name: CaseView['can'][number]) => view.can.includes(name)
  const move = opened === 'withdraw' || opened === 'reopen' ? opened : null
  // while the bottom asks whether it is done, talking moves up here
  const talks = can('confirm') && can('message')
  if (!talks && !OFFERED.some(can)) return null
  return (
    <Card>
      <Text className="h-head">{texts.more}</Text>
      {talks ? <Entry title={texts.message} onPress={() => open('chat', { id: view.id })} /> : null}
      {can('inviteRespondent') && hasOtherSide(view) ? (
        <Entry title={texts.inviteRespondent} note={texts.inviteRespondentNote} onPress={() => setOpened('respondent')} />
      ) : null}
      {can('readReads') ? <Entry title={texts.reads} note={texts.readsNote} onPress={() => setOpened('reads')} /> : null}
      {can('reopen') ? <Entry title={MOVE_TEXTS.reopen.button} note={MOVE_TEXTS.reopen.note} onPress={() => setOpened('reopen')} /> : null}
      {can('withdraw') ? <Entry title={MOVE_TEXTS.withdraw.button} onPress={() => setOpened('withdraw')} /> : null}
      <ReadsSheet id={view.id} open={opened === 'reads'} onClose={close} />
      <InviteSheet caseId={view.id} part={opened === 'respondent' ? opened : null} onClose={close} onCode={share} />
      <MoveSheet view={view} name={move} onClose={close} />
    </Card>
  )
}
