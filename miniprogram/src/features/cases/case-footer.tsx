import type { CaseView } from '@shared/cases/schemas'
import { isOpen } from '@shared/cases/words'
import { type ReactNode, useState } from 'react'
import { Button } from '@/components/button'
import { upcoming } from '@/features/mediation/booking-words'
import { open } from '@/lib/navigate'
import { MoveSheet } from './more-card'
import { MOVE_TEXTS, texts } from './texts'
import type { ResidentMove } from './use-move'

/** Agreed, and what was promised is being done: there is nothing more to be talked about unless somebody wants to. */
const isKeeping = ({ status }: CaseView): boolean => status === 'agreed' || status === 'performing'

/** The one next step that stands out, chosen from what the person can do. */
const nextStep = (view: CaseView): { words: string; press: () => void; strong?: boolean } | null => {
  const { can, booking, id } = view
  if (isOpen(view.status) && booking && upcoming(booking) && booking.can.includes('reschedule')) {
    // a time that waits for a yes has its own strong button on its card
    return { words: texts.reschedule, press: () => open('booking', { id, booking: booking.id }), strong: !booking.can.includes('confirm') }
  }
  if (isKeeping(view) && can.includes('readObligations')) return { words: texts.promises, press: () => open('obligations', { id }) }
  if (can.includes('book') && !(booking && upcoming(booking))) return { words: texts.book, press: () => open('booking', { id }) }
  if (can.includes('rate')) return { words: view.feedback ? texts.rateAgain : texts.rate, press: () => open('feedback', { id }) }
  return null
}

/** The buttons at the bottom; null when nothing can be done. */
export const useCaseFooter = (view: CaseView | undefined): { footer: ReactNode; sheet: ReactNode } => {
  const [move, setMove] = useState<ResidentMove | null>(null)
  if (!view) return { footer: undefined, sheet: null }
  const sheet = <MoveSheet view={view} name={move} onClose={() => setMove(null)} />
  if (view.can.includes('confirm')) {
    const footer = (
      <>
        {view.can.includes('object') ? (
          <Button look="ghost" onPress={() => setMove('object')}>
            {MOVE_TEXTS.object.button}
          </Button>
        ) : null}
        <Button onPress={() => setMove('confirm')}>{MOVE_TEXTS.confirm.button}</Button>
      </>
    )
    return { footer, sheet }
  }
  const step = nextStep(view)
  const talks = view.can.includes('message')
  if (!step && !talks) return { footer: undefined, sheet }
  const footer = (
    <>
      {talks ? (
        <Button look={step ? 'ghost' : 'primary'} onPress={() => open('chat', { id: view.id })}>
          {texts.message}
        </Button>
      ) : null}
      {step ? (
        <Button look={step.strong === false ? 'ghost' : 'primary'} onPress={step.press}>
          {step.words}
        </Button>
      ) : null}
    </>
  )
  return { footer, sheet }
}
