import { type BriefMove, briefMoves } from '@shared/briefs/moves'
import type { BriefView } from '@shared/briefs/schemas'
import { isAdopted } from '@shared/briefs/words'
import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Button } from '@/components/button'
import { Entry } from '@/components/entry'
import { Sheet } from '@/components/sheet'
import { open } from '@/lib/navigate'
import { stepsOf } from '../brief-words'
import { InviteSheet } from '../sheets/invite-sheet'
import { MoveSheet } from '../sheets/move-sheet'
import { UnsignSheet } from '../sheets/unsign-sheet'
import { texts } from '../texts'

type Asked = BriefMove | 'invite' | 'unsign' | 'more'
interface Action {
  key: string
  words: string
  press: () => void
}

/** What the reader can do with a brief, the likely next step first. */
const actionsOf = (brief: BriefView, ask: (asked: Asked) => void): Action[] => {
  const { can, id, missing } = brief
  const { next, others } = stepsOf(brief)
  const moves = (list: readonly (BriefMove | undefined)[]): Action[] =>
    list.flatMap((move) => (move ? [{ key: move, words: briefMoves[move].label, press: () => ask(move) }] : []))
  const when = (shown: boolean, key: string, words: string, press: () => void): Action[] => (shown ? [{ key, words, press }] : [])
  return [
    ...when(can.includes('submit') && missing.length === 0, 'submit', texts.review, () => open('briefPreview', { id })),
    ...when(can.includes('write'), 'write', texts.write, () => open('briefWrite', { id })),
    ...when(can.includes('sign'), 'sign', texts.readAndSign, () => open('briefPreview', { id })),
    // the office's last step: what residents will read
    ...when(can.includes('publish'), 'publish', texts.publish, () => open('answersWork')),
    ...moves([next]),
    ...when(can.includes('invite'), 'invite', texts.invite, () => ask('invite')),
    ...moves(others),
    ...when(can.includes('unsign'), 'unsign', can.includes('sign') ? texts.declineSign : texts.unsign, () => ask('unsign')),
  ]
}

const FEW = 2

/** What may be done but does not wait to be done. */
const waits = ({ key }: Action, { state }: BriefView): boolean =>
  !['invite', 'unsign', 'withdraw', 'instruct'].includes(key) && !(key === 'adopt' && isAdopted(state))

interface ButtonsProps {
  brief: BriefView
  actions: readonly Action[]
  onMore: () => void
}

const Buttons = ({ brief, actions, onMore }: ButtonsProps) => {
  const [first, second] = actions
  if (!first) return null
  const many = actions.length > FEW
  const besides: Action | undefined = many ? { key: 'more', words: texts.more, press: onMore } : second
  return (
    <>
      {besides ? (
        <Button look="ghost" onPress={besides.press}>
          {besides.words}
        </Button>
      ) : null}
      <Button look={waits(first, brief) ? 'primary' : 'ghost'} onPress={first.press}>
        {first.words}
      </Button>
    </>
  )
}

/** The buttons for a brief, and the sheet that one of them has opened. */
export const useActions = (brief: BriefView | undefined): { buttons: ReactNode; sheet: ReactNode } => {
  const [asked, ask] = useState<Asked | null>(null)
  if (!brief) return { buttons: undefined, sheet: null }
  const close = () => ask(null)
  const actions = actionsOf(brief, ask)
  const buttons = actions.length > 0 ? <Buttons brief={brief} actions={actions} onMore={() => ask('more')} /> : undefined
  const more = (
    <Sheet open title={texts.moreTitle} onClose={close}>
      <View>
        {actions.slice(1).map(({ key, words, press }) => (
          <Entry
            key={key}
            title={words}
            onPress={() => {
              close()
              press()
            }}
          />
        ))}
      </View>
    </Sheet>
  )
  const sheet =
    asked === null ? null : asked === 'more' ? (
      more
    ) : asked === 'invite' ? (
      <InviteSheet brief={brief} onClose={close} />
    ) : asked === 'unsign' ? (
      <UnsignSheet brief={brief} onClose={close} />
    ) : (
      <MoveSheet brief={brief} move={asked} onClose={close} />
    )
  return { buttons, sheet }
}
