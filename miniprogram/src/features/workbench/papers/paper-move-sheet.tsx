import type { FieldView, PaperMove, PaperView } from '@shared/papers/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Sheet } from '@/components/sheet'
import { toast, toastError } from '@/components/toast'
import { ApiProblem } from '@/lib/problem'
import { call } from '@/lib/request'
import { useAct } from '@/lib/use-act'
import { moveWords, texts } from './texts'
import { refreshAfter, refreshPapers } from './use-paper'

/** Which fields the service misses, by their labels. */
const missingIn = (error: unknown, fields: readonly FieldView[]): string[] => {
  if (!(error instanceof ApiProblem) || error.code !== 'invalid_input') return []
  return error.errors.map(({ path, message }) => fields.find(({ key }) => path === `content.${key}`)?.label ?? message)
}

const Missing = ({ labels, onFill }: { labels: readonly string[]; onFill: () => void }) => (
  <View className="h-col">
    <Text className="h-bold">{texts.missingTitle}</Text>
    <View className="h-card amber" role="alert">
      <Text>{labels.join('、')}</Text>
    </View>
    <Text className="h-note">{texts.missingNote}</Text>
    <Button onPress={onFill}>{texts.goFill}</Button>
  </View>
)

interface Props {
  paper: PaperView
  move: PaperMove
  onClose: () => void
  onFill: () => void
}

/** Asks once before a paper goes a step on, and says which fields are still empty. */
export const PaperMoveSheet = ({ paper, move, onClose, onFill }: Props) => {
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState<string[]>([])
  const { busy, act } = useAct()
  const words = moveWords(paper.kind, move)
  const final = move === 'void' || move === 'seal'
  const make = () =>
    act(
      async () => {
        const given = reason.trim() ? { reason: reason.trim() } : {}
        await call('papers.move', { params: { id: paper.id }, body: { move, version: paper.version, ...given } })
        toast(words.done)
        onClose()
        await refreshAfter(move)
      },
      (error) => {
        const labels = missingIn(error, paper.fields)
        if (labels.length > 0) return setMissing(labels)
        toastError(error)
        void refreshPapers()
      },
    )
  return (
    <Sheet open title={words.button} onClose={onClose}>
      {missing.length > 0 ? (
        <Missing labels={missing} onFill={onFill} />
      ) : (
        <>
          <Text>{words.note}</Text>
          {words.reason === 'none' ? null : (
            <Field
              label={words.reason === 'required' ? texts.reasonNeeded : texts.reason}
              value={reason}
              onChange={setReason}
              max={200}
              long="short"
            />
          )}
          {final ? <Text className="h-error">{texts.cannotUndo}</Text> : null}
          <Button
            look={move === 'void' ? 'danger' : 'primary'}
            busy={busy}
            disabled={words.reason === 'required' && !reason.trim()}
            onPress={() => void make()}
          >
            {texts.confirm(words.button)}
          </Button>
        </>
      )}
    </Sheet>
  )
}
