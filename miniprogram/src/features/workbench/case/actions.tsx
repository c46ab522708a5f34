import { MOVES, type MoveName } from '@shared/cases/moves'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Sheet } from '@/components/sheet'
import { DeclareSheet } from '../centre/avoidance-sheets'
import { RaiseSheet } from '../centre/demand-sheets'
import { texts } from '../texts'
import type { Intent } from '../views'
import { MoveSheet } from './move-sheet'
import { isFinal, isMove, stepsOf } from './steps'
import type { PartProps } from './use-staff-case'

/** What else the reader may do that no card of the screen offers. */
const ASIDE = ['declareConflict', 'raiseDemand'] as const
type Aside = (typeof ASIDE)[number]

/** The moves that may be made: the next one as a button, the others behind a second one. */
export const useActions = (props: PartProps | undefined, intent: Intent | undefined) => {
  const wanted = intent && isMove(intent) ? intent : null
  const [move, setMove] = useState<MoveName | null>(wanted)
  const [more, setMore] = useState(false)
  const [aside, setAside] = useState<Aside | null>(null)
  if (!props) return { buttons: null, sheets: null }
  const { next, others } = stepsOf(props.view)
  const asides = ASIDE.filter((each) => props.view.can.includes(each))
  const close = () => setAside(null)
  const choose = (each: MoveName) => {
    setMore(false)
    setMove(each)
  }
  const count = others.length + asides.length
  const single = count === 1 ? others[0] : undefined
  const rest = single ? (
    <Button look={isFinal(single) ? 'danger' : 'ghost'} onPress={() => setMove(single)}>
      {MOVES[single].label}
    </Button>
  ) : count > 0 ? (
    <Button look="ghost" onPress={() => setMore(true)}>
      {texts.more}
    </Button>
  ) : null
  const buttons =
    next || rest ? (
      <>
        {rest}
        {next ? <Button onPress={() => setMove(next)}>{MOVES[next].label}</Button> : null}
      </>
    ) : null
  const sheets = (
    <>
      <Sheet open={more} title={texts.moreTitle} onClose={() => setMore(false)}>
        {asides.map((each) => (
          <Button
            key={each}
            look="ghost"
            onPress={() => {
              setMore(false)
              setAside(each)
            }}
          >
            {texts[each]}
          </Button>
        ))}
        {[...others.filter((each) => !isFinal(each)), ...others.filter(isFinal)].map((each) => (
          <Button key={each} look={isFinal(each) ? 'danger' : 'ghost'} onPress={() => choose(each)}>
            {MOVES[each].label}
          </Button>
        ))}
      </Sheet>
      {aside === 'declareConflict' ? <DeclareSheet caseId={props.view.id} onClose={close} /> : null}
      {aside === 'raiseDemand' ? <RaiseSheet caseId={props.view.id} onClose={close} /> : null}
      {move && props.view.can.includes(move) ? <MoveSheet {...props} move={move} onClose={() => setMove(null)} /> : null}
    </>
  )
  return { buttons, sheets }
}
