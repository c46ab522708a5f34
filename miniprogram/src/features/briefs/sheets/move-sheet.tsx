import { type BriefMove, briefMoves } from '@shared/briefs/moves'
import type { BriefView } from '@shared/briefs/schemas'
import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Sheet } from '@/components/sheet'
import { call } from '@/lib/request'
import { useKept } from '@/lib/use-kept'
import { isFinal } from '../brief-words'
import { MOVE_NOTES, texts } from '../texts'
import { MergeChoice } from './merge-choice'
import { type Given, isComplete, moveBody, nothingGiven } from './move-body'
import { LevelPart, PassOnPart } from './move-parts'
import { useBriefAct } from './use-brief-act'

interface PartProps {
  brief: BriefView
  move: BriefMove
  given: Given
  change: (part: Partial<Given>) => void
}

/** What a step asks for. */
const Asked = ({ brief, move, given, change }: PartProps) => {
  const { needs } = briefMoves[move]
  if (needs === 'reason')
    return (
      <Field
        label={texts.reason}
        value={given.reason}
        onChange={(reason) => change({ reason })}
        placeholder={texts.reasonPlaceholder}
        max={500}
        long
      />
    )
  if (needs === 'brief') return <MergeChoice brief={brief} chosen={given.intoId} onChoose={(intoId) => change({ intoId })} />
  if (needs === 'level' || needs === 'instruction') return <LevelPart instruction={needs === 'instruction'} given={given} change={change} />
  if (needs === 'department') return <PassOnPart regionCode={brief.regionCode} given={given} change={change} />
  if (needs === 'text')
    return (
      <Field
        label={texts.answerLabel}
        value={given.text}
        onChange={(text) => change({ text })}
        placeholder={texts.answerPlaceholder}
        hint={texts.answerNote}
        max={3000}
        long
      />
    )
  return null
}

/** Asks for what a step of a brief needs, says what it means, and makes it. What was filled in outlives a closed app. */
export const MoveSheet = ({ brief, move, onClose }: { brief: BriefView; move: BriefMove; onClose: () => void }) => {
  const [kept, keep] = useKept<Given>(`briefMove:${brief.id}:${move}`)
  const given = kept ?? nothingGiven()
  const { label } = briefMoves[move]
  const { busy, make } = useBriefAct(onClose)
  const send = () =>
    make(async () => {
      const moved = await call('briefs.move', { params: { id: brief.id }, body: moveBody(brief, move, given) })
      keep(undefined)
      return moved
    }, texts.moved(label))
  return (
    <Sheet open title={label} onClose={onClose}>
      <Text>{MOVE_NOTES[move]}</Text>
      <Asked brief={brief} move={move} given={given} change={(part) => keep({ ...given, ...part })} />
      {isFinal(move) ? <Text className="h-error">{texts.cannotUndo}</Text> : null}
      <View className="h-stick">
        <Button
          look={move === 'withdraw' || move === 'merge' ? 'danger' : 'primary'}
          busy={busy}
          disabled={!isComplete(move, given)}
          onPress={() => void send()}
        >
          {texts.confirm(label)}
        </Button>
      </View>
    </Sheet>
  )
}
