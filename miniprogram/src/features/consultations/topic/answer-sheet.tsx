import type { ConsultationTask } from '@shared/consultations/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Option } from '@/components/option'
import { AddPhotos, KeptPhotos, without } from '@/components/photos'
import { Sheet } from '@/components/sheet'
import type { KeptFile } from '@/lib/kept-files'
import { call } from '@/lib/request'
import { dropFiles, sendFiles } from '@/lib/send-files'
import { useKept } from '@/lib/use-kept'
import { texts } from '../texts'
import { type PartProps, useTopicAct } from '../use-topic'

interface Answer {
  text: string
  done: boolean | null
  photos: KeptFile[]
}
const EMPTY: Answer = { text: '', done: null, photos: [] }

const missing = ({ text, done }: Answer): string => (done === null ? texts.answerNeedsDone : text.trim() ? '' : texts.answerNeedsWords)

/** A department says what it has done, or why not. */
export const AnswerSheet = ({ part, task, onClose }: { part: PartProps; task: ConsultationTask; onClose: () => void }) => {
  const [kept, keep] = useKept<Answer>(`taskAnswer:${task.id}`)
  const [error, setError] = useState('')
  const { busy, run } = useTopicAct(part)
  const answer = kept ?? EMPTY
  const change = (over: Partial<Answer>) => {
    setError('')
    keep({ ...answer, ...over })
  }
  const send = () => {
    const lacking = missing(answer)
    if (lacking) return setError(lacking)
    const { text, done, photos } = answer
    const params = { id: part.view.id, taskId: task.id }
    return run(
      async (key) =>
        call('consultations.answerTask', {
          params,
          body: { text: text.trim(), done: done === true, fileIds: await sendFiles(photos) },
          key,
        }),
      texts.answerDone,
      () => {
        dropFiles(photos)
        keep(undefined)
        onClose()
      },
    )
  }
  return (
    <Sheet open title={texts.answerTitle} onClose={onClose}>
      <Text className="h-bold">{task.text}</Text>
      <View className="h-col tight" role="radiogroup" aria-label={texts.answerIsDone}>
        <Option title={texts.answerYes} on={answer.done === true} onPress={() => change({ done: true })} />
        <Option title={texts.answerNo} on={answer.done === false} onPress={() => change({ done: false })} />
      </View>
      <Field
        long
        label={texts.answerText}
        value={answer.text}
        onChange={(text) => change({ text })}
        max={3000}
        placeholder={texts.answerPlaceholder}
      />
      <KeptPhotos files={answer.photos} onRemove={(photo) => change({ photos: without(answer.photos, photo) })} />
      <AddPhotos files={answer.photos} onChange={(photos) => change({ photos })} words={texts.photos} />
      <Text className="h-note">{texts.answerNote}</Text>
      {error ? (
        <View className="h-error" role="alert">
          <Text>{error}</Text>
        </View>
      ) : null}
      <View className="h-stick">
        <Button busy={busy} onPress={() => void send()}>
          {texts.answerSend}
        </Button>
      </View>
    </Sheet>
  )
}
