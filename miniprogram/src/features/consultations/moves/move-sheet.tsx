import { type ConsultationMove, consultationMoves } from '@shared/consultations/moves'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { AddPhotos, KeptPhotos, without } from '@/components/photos'
import { Sheet } from '@/components/sheet'
import { call } from '@/lib/request'
import { dropFiles, sendFiles } from '@/lib/send-files'
import { useKept } from '@/lib/use-kept'
import { MOVE_TEXTS, texts } from '../texts'
import { type PartProps, useTopicAct } from '../use-topic'
import { LeadChoice } from './lead-choice'
import { MeetingPart } from './meeting-part'
import { bodyOf, type Given, lackOf, newGiven } from './move-form'
import { TasksPart } from './tasks-part'

type Change = (part: Partial<Given>) => void

const WORDS = {
  reason: { label: texts.reasonLabel, placeholder: texts.reasonPlaceholder, max: 500 },
  background: { label: texts.backgroundLabel, placeholder: texts.backgroundPlaceholder, max: 5000 },
  opinion: { label: texts.opinionLabel, placeholder: texts.opinionPlaceholder, max: 5000 },
  summary: { label: texts.summaryLabel, placeholder: texts.summaryPlaceholder, max: 3000 },
}
const isWords = (needs: string | null): needs is keyof typeof WORDS => needs !== null && needs in WORDS

const Photos = ({ given, change }: { given: Given; change: Change }) => (
  <>
    <KeptPhotos files={given.photos} onRemove={(photo) => change({ photos: without(given.photos, photo) })} />
    <AddPhotos files={given.photos} onChange={(photos) => change({ photos })} words={texts.photos} />
  </>
)

/** What this move asks for, and nothing else. */
const Form = ({ move, regionCode, given, change }: { move: ConsultationMove; regionCode: string; given: Given; change: Change }) => {
  const { needs } = consultationMoves[move]
  if (needs === 'lead') return <LeadChoice regionCode={regionCode} chosen={given.leadId} onChoose={(leadId) => change({ leadId })} />
  if (needs === 'meeting') return <MeetingPart given={given} change={change} />
  if (needs === 'tasks') return <TasksPart regionCode={regionCode} tasks={given.tasks} onChange={(tasks) => change({ tasks })} />
  if (!isWords(needs)) return null
  return (
    <>
      <Field long {...WORDS[needs]} value={given.words} onChange={(words) => change({ words })} />
      {needs === 'background' ? <Photos given={given} change={change} /> : null}
    </>
  )
}

/** What is being filled in outlives a call in between and a killed app. */
const useMove = (part: PartProps, move: ConsultationMove, onClose: () => void) => {
  const { view } = part
  const [kept, keep] = useKept<Given>(`consultationMove:${view.id}:${move}`)
  const [error, setError] = useState('')
  const { busy, run } = useTopicAct(part)
  const given = kept ?? newGiven(view)
  const change: Change = (over) => {
    setError('')
    keep({ ...given, ...over })
  }
  const send = () => {
    const lacking = lackOf(move, given, Date.now())
    if (lacking) return setError(lacking)
    const work = async () => {
      const fileIds = await sendFiles(given.photos)
      return call('consultations.move', { params: { id: view.id }, body: bodyOf(move, view.revision, given, fileIds) })
    }
    return run(work, MOVE_TEXTS[move].done, () => {
      dropFiles(given.photos)
      keep(undefined)
      onClose()
    })
  }
  return { given, change, error, busy, send, kept: kept !== undefined }
}

interface Props {
  part: PartProps
  move: ConsultationMove
  onClose: () => void
}

/** Asks for what a step needs, says what it means, and makes it. */
export const MoveSheet = ({ part, move, onClose }: Props) => {
  const { given, change, error, busy, send, kept } = useMove(part, move, onClose)
  const words = MOVE_TEXTS[move]
  return (
    <Sheet open title={words.title} onClose={onClose}>
      <Text>{words.note}</Text>
      <Form move={move} regionCode={part.view.regionCode} given={given} change={change} />
      {kept ? <Text className="h-note">{texts.kept}</Text> : null}
      {error ? (
        <View className="h-error" role="alert">
          <Text>{error}</Text>
        </View>
      ) : null}
      <View className="h-stick">
        <Button look={move === 'decline' ? 'danger' : 'primary'} busy={busy} onPress={() => void send()}>
          {words.send}
        </Button>
      </View>
    </Sheet>
  )
}
