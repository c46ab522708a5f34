import { MOVES, type MoveName } from '@shared/cases/moves'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Sheet } from '@/components/sheet'
import { texts } from '../texts'
import type { Intent } from '../views'
import { MoveSheet } from './move-sheet'
import { isFinal, isMove, stepsOf } from './steps'
import type { PartProps } from './use-staff-case'

/** The moves that may be made: the next one as a button, the others behind a second one. */
export const useActions = (props: PartProps | undefined, intent: Intent | undefined) => {
  const wanted = intent && isMove(intent) ? intent : null
  const [move, setMove] = useState<MoveName | null>(wanted)
  const [more, setMore] = useState(false)
  if (!props) return { buttons: null, sheets: null }
  const { next, others } = stepsOf(props.view)
  const choose = (each: MoveName) => {
    setMore(false)
    setMove(each)
  }
  const single = others.length === 1 ? others[0] : undefined
  const rest = single ? (
    <Button look={isFinal(single) ? 'danger' : 'ghost'} onPress={() => setMove(single)}>
      {MOVES[single].label}
    </Button>
  ) : others.length > 1 ? (
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
        {[...others.filter((each) => !isFinal(each)), ...others.filter(isFinal)].map((each) => (
          <Button key={each} look={isFinal(each) ? 'danger' : 'ghost'} onPress={() => choose(each)}>
            {MOVES[each].label}
          </Button>
        ))}
      </Sheet>
      {move && props.view.can.includes(move) ? <MoveSheet {...props} move={move} onClose={() => setMove(null)} /> : null}
    </>
  )
  return { buttons, sheets }
}
