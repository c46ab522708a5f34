import type { FileView } from '@shared/platform/files'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { AddPhotos, KeptPhotos, Photos, without } from '@/components/photos'
import { pressable } from '@/components/pressable'
import { Sheet } from '@/components/sheet'
import type { KeptFile } from '@/lib/kept-files'
import { call } from '@/lib/request'
import { dropFiles, sendFiles } from '@/lib/send-files'
import { timeWords } from '@/lib/time'
import { useKept } from '@/lib/use-kept'
import { texts } from '../texts'
import { type PartProps, useTopicAct } from '../use-topic'

interface Draft {
  text: string
  /** Photos that the service holds already. */
  files: FileView[]
  photos: KeptFile[]
}

const useMinutes = (part: PartProps, onClose: () => void) => {
  const { view } = part
  const [kept, keep] = useKept<Draft>(`minutes:${view.id}`)
  const [error, setError] = useState('')
  const { busy, run } = useTopicAct(part)
  const draft = kept ?? { text: view.minutes?.text ?? '', files: view.minutes?.files ?? [], photos: [] }
  const change = (over: Partial<Draft>) => {
    setError('')
    keep({ ...draft, ...over })
  }
  const save = () => {
    if (!draft.text.trim()) return setError(texts.minutesMissing)
    const work = async () => {
      const fileIds = [...draft.files.map(({ id }) => id), ...(await sendFiles(draft.photos))]
      const body = { revision: view.revision, text: draft.text.trim(), fileIds }
      return call('consultations.minutes', { params: { id: view.id }, body })
    }
    return run(work, texts.minutesSaved, () => {
      dropFiles(draft.photos)
      keep(undefined)
      onClose()
    })
  }
  return { draft, change, error, busy, save, kept: kept !== undefined }
}

const Held = ({ files, onRemove }: { files: readonly FileView[]; onRemove: (file: FileView) => void }) => (
  <>
    {files.map((file) => (
      <View key={file.id} className="h-row spread">
        <Photos files={[file]} />
        <View className="h-link" {...pressable(() => onRemove(file))}>
          <Text>{texts.photoRemove}</Text>
        </View>
      </View>
    ))}
  </>
)

const MinutesSheet = ({ part, onClose }: { part: PartProps; onClose: () => void }) => {
  const { draft, change, error, busy, save, kept } = useMinutes(part, onClose)
  return (
    <Sheet open title={texts.minutes} onClose={onClose}>
      <Field
        long
        label={texts.minutesText}
        value={draft.text}
        onChange={(text) => change({ text })}
        max={10_000}
        placeholder={texts.minutesPlaceholder}
        error={error}
      />
      <Text className="h-note">{texts.minutesNote}</Text>
      <Held files={draft.files} onRemove={({ id }) => change({ files: draft.files.filter((file) => file.id !== id) })} />
      <KeptPhotos files={draft.photos} onRemove={(photo) => change({ photos: without(draft.photos, photo) })} />
      <AddPhotos files={draft.photos} onChange={(photos) => change({ photos })} words={texts.photos} />
      {kept ? <Text className="h-note">{texts.kept}</Text> : null}
      <View className="h-stick">
        <Button busy={busy} onPress={() => void save()}>
          {texts.minutesSave}
        </Button>
      </View>
    </Sheet>
  )
}

/** What was said and agreed, with photos; written during the meeting or after it. */
export const MinutesCard = (part: PartProps) => {
  const [writing, setWriting] = useState(false)
  const { minutes, opinion, can } = part.view
  return (
    <Card>
      <View className="h-col">
        <View className="h-row spread">
          <Text className="h-head">{texts.minutes}</Text>
          {minutes ? <Text className="h-note">{timeWords(minutes.at)}</Text> : null}
        </View>
        <Text className={minutes ? 'h-pre' : 'h-soft'}>{minutes?.text ?? texts.minutesNone}</Text>
        {minutes ? <Photos files={minutes.files} /> : null}
        {opinion === null ? <Text className="h-note">{texts.minutesPrivate}</Text> : null}
        {can.includes('writeMinutes') ? (
          <Button look="ghost" onPress={() => setWriting(true)}>
            {minutes ? texts.minutesEdit : texts.minutesWrite}
          </Button>
        ) : null}
      </View>
      {writing ? <MinutesSheet part={part} onClose={() => setWriting(false)} /> : null}
    </Card>
  )
}
