import { OBLIGATION_MOVES, OBLIGATION_STATE_NAMES, type ObligationMove, type ObligationView } from '@shared/obligations/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button, type Look } from '@/components/button'
import { Card } from '@/components/card'
import { Chip } from '@/components/chip'
import { Field } from '@/components/field'
import { AddPhotos, KeptPhotos, Photos, without } from '@/components/photos'
import { Sheet } from '@/components/sheet'
import { toast } from '@/components/toast'
import type { KeptFile } from '@/lib/kept-files'
import { yuanWords } from '@/lib/money'
import { invalidate } from '@/lib/query'
import { call } from '@/lib/request'
import { dropFiles, sendFiles } from '@/lib/send-files'
import { timeWords } from '@/lib/time'
import { toastAnd, useAct } from '@/lib/use-act'
import { dueOf } from './due-words'
import { OBLIGATION_MOVE_WORDS, texts } from './texts'

const refresh = () => invalidate('obligations.list', 'cases.get', 'docket.get')
const NEEDS_NOTE: readonly ObligationMove[] = ['confirm', 'dispute', 'waive', 'claim']
const LOOKS: Partial<Record<ObligationMove, Look>> = { waive: 'danger' }

const MoveSheet = ({ obligation, move, onClose }: { obligation: ObligationView; move: ObligationMove; onClose: () => void }) => {
  const [note, setNote] = useState('')
  const [files, setFiles] = useState<KeptFile[]>([])
  const { busy, act } = useAct()
  const words = OBLIGATION_MOVE_WORDS[move]
  const needsNote = NEEDS_NOTE.includes(move)
  const withFiles = move === 'claim' || move === 'confirm'
  const send = () =>
    act(async () => {
      const fileIds = await sendFiles(files)
      const given = { ...(note.trim() ? { note: note.trim() } : {}), ...(fileIds.length > 0 ? { fileIds } : {}) }
      await call('obligations.move', { params: { id: obligation.id }, body: { move, revision: obligation.revision, ...given } })
      dropFiles(files)
      toast(words.done)
      onClose()
      await refresh()
    }, toastAnd(refresh))
  return (
    <Sheet open title={words.button} onClose={onClose}>
      <Text>{words.note}</Text>
      {needsNote ? <Field label={words.label} value={note} onChange={setNote} max={300} long="short" /> : null}
      {withFiles ? (
        <>
          <KeptPhotos files={files} onRemove={(file) => setFiles(without(files, file))} />
          <AddPhotos files={files} onChange={setFiles} words={texts.addPhoto} />
        </>
      ) : null}
      <Button look={LOOKS[move] ?? 'primary'} busy={busy} disabled={needsNote && !note.trim()} onPress={() => void send()}>
        {texts.confirm(words.button)}
      </Button>
    </Sheet>
  )
}

const standingOf = ({ state, claimedAt, doneAt }: ObligationView): string =>
  [
    OBLIGATION_STATE_NAMES[state],
    doneAt ? texts.doneAt(timeWords(doneAt)) : claimedAt && state === 'claimed' ? texts.claimedAt(timeWords(claimedAt)) : '',
  ]
    .filter(Boolean)
    .join(' · ')

/** One promise: who, to whom, how much, by when, how it stands, and what the mediator can do. */
export const ObligationCard = ({ obligation }: { obligation: ObligationView }) => {
  const [move, setMove] = useState<ObligationMove | null>(null)
  const due = dueOf(obligation)
  const { what, amountCents, from, to, part, parts, past, note, files, state } = obligation
  const moves = OBLIGATION_MOVES.filter((each) => obligation.can.includes(each))
  return (
    <Card className={`w-item ${obligation.overdue && (state === 'open' || state === 'claimed') ? 'late' : ''}`}>
      <View className="h-row spread top">
        <Text className="h-bold h-grow">{what}</Text>
        <Chip tone={due.tone}>{due.words}</Chip>
      </View>
      <View className="h-row spread wrap">
        <Text className="h-note">
          {[texts.line(from.name, to.name), parts > 1 ? texts.part(part, parts) : '', past ? texts.past : ''].filter(Boolean).join(' · ')}
        </Text>
        {amountCents === null ? null : <Text className="h-head h-nowrap">{yuanWords(amountCents)}</Text>}
      </View>
      <Text className={state === 'done' ? 'h-deep' : 'h-note'}>{standingOf(obligation)}</Text>
      {note ? (
        <View className="w-quote">
          <Text>{note}</Text>
        </View>
      ) : null}
      <Photos files={files} />
      {moves.length > 0 ? (
        <View className="h-row wrap w-after">
          {moves.map((each) => (
            <Button
              key={each}
              small
              look={LOOKS[each] ?? 'ghost'}
              label={`${OBLIGATION_MOVE_WORDS[each].button} ${what}`}
              onPress={() => setMove(each)}
            >
              {OBLIGATION_MOVE_WORDS[each].button}
            </Button>
          ))}
        </View>
      ) : null}
      {move ? <MoveSheet obligation={obligation} move={move} onClose={() => setMove(null)} /> : null}
    </Card>
  )
}
