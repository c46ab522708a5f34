import { CONSULTATION_MOVES, type ConsultationMove } from '@shared/consultations/moves'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Sheet } from '@/components/sheet'
import { open } from '@/lib/navigate'
import { call } from '@/lib/request'
import { askSubscriptions } from '@/lib/subscribe'
import { type Act, actsOf } from '../acts'
import { MoveSheet } from '../moves/move-sheet'
import { MOVE_TEXTS, texts } from '../texts'
import { type PartProps, useTopicAct } from '../use-topic'
import { RateSheet } from './rate-sheet'

const isMove = (act: Act | 'more'): act is Act & ConsultationMove => CONSULTATION_MOVES.some((move) => move === act)

const nameOf = (act: Act, { meeting }: PartProps['view']): string => {
  if (isMove(act)) return MOVE_TEXTS[act].button
  if (act === 'signUp') return meeting && meeting.taken >= meeting.places ? texts.signUpWait : texts.signUp
  return { rate: texts.rate, meeting: texts.meeting, vote: texts.vote, support: texts.support, brief: texts.brief }[act]
}

/** What pressing does at once; what asks something first opens a sheet. */
const useDoing = (part: PartProps) => {
  const { view } = part
  const { busy, run } = useTopicAct(part)
  const params = { id: view.id }
  const signUp = () =>
    run(() => {
      void askSubscriptions(['notice'])
      return call('consultations.signUp', { params, body: {} })
    }, '')
  const support = () =>
    run(() => {
      void askSubscriptions(['notice'])
      return call('consultations.support', { params, body: { support: true } })
    }, texts.supportDone)
  const doing: Partial<Record<Act, () => unknown>> = {
    vote: () => open('vote', { id: view.id }),
    meeting: () => open('meeting', { id: view.id }),
    brief: () => open('briefWrite', { consultation: view.id, title: view.title, region: view.regionCode }),
    signUp,
    support,
  }
  return { busy, doing }
}

interface Actions {
  /** The one next step and perhaps a second; null when there is nothing to do. */
  buttons: ReactNode
  sheets: ReactNode
}

const More = ({
  acts,
  view,
  onPress,
  onClose,
}: {
  acts: readonly Act[]
  view: PartProps['view']
  onPress: (act: Act) => void
  onClose: () => void
}) => (
  <Sheet open title={texts.moreTitle} onClose={onClose}>
    {acts.map((act) => (
      <Button key={act} look={act === 'decline' ? 'danger' : 'ghost'} onPress={() => onPress(act)}>
        {nameOf(act, view)}
      </Button>
    ))}
  </Sheet>
)

/** The reader's buttons on a topic, and the sheets that they open. */
export const useActs = (part: PartProps): Actions => {
  const [opened, setOpened] = useState<Act | 'more' | null>(null)
  const { busy, doing } = useDoing(part)
  const [first, second, ...others] = actsOf(part.view)
  const close = () => setOpened(null)
  const press = (act: Act) => {
    const work = doing[act]
    if (!work) return setOpened(act)
    close()
    void work()
  }
  const rest = second ? [second, ...others] : []
  const buttons = first ? (
    <>
      {rest.length > 1 ? (
        <Button look="ghost" onPress={() => setOpened('more')}>
          {texts.more}
        </Button>
      ) : second ? (
        <Button look="ghost" onPress={() => press(second)}>
          {nameOf(second, part.view)}
        </Button>
      ) : null}
      <Button busy={busy} onPress={() => press(first)}>
        {nameOf(first, part.view)}
      </Button>
    </>
  ) : null
  const sheets = (
    <>
      {opened === 'more' ? <More acts={rest} view={part.view} onPress={press} onClose={close} /> : null}
      {opened === 'rate' ? <RateSheet part={part} onClose={close} /> : null}
      {opened && isMove(opened) ? <MoveSheet key={opened} part={part} move={opened} onClose={close} /> : null}
    </>
  )
  return { buttons, sheets }
}
