import type { NoteView } from '@shared/cases/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { AddPhotos, KeptPhotos, Photos, without } from '@/components/photos'
import { Sheet } from '@/components/sheet'
import { toast } from '@/components/toast'
import type { KeptFile } from '@/lib/kept-files'
import { invalidate, usePages } from '@/lib/query'
import { call } from '@/lib/request'
import { dropFiles, sendFiles } from '@/lib/send-files'
import { timeWords } from '@/lib/time'
import { useAct } from '@/lib/use-act'
import { useKept } from '@/lib/use-kept'
import { texts } from '../texts'

const WriteSheet = ({ caseId, onClose }: { caseId: string; onClose: () => void }) => {
  const [text = '', keep] = useKept<string>(`note:${caseId}`)
  const [files, setFiles] = useState<KeptFile[]>([])
  const { busy, act } = useAct()
  const save = () =>
    act(async (key) => {
      const fileIds = await sendFiles(files)
      const body = { text: text.trim(), ...(fileIds.length > 0 ? { fileIds } : {}) }
      await call('notes.write', { params: { id: caseId }, body, key })
      dropFiles(files)
      keep(undefined)
      toast(texts.noteSaved)
      onClose()
      await invalidate('notes.list')
    })
  return (
    <Sheet open title={texts.noteWrite} onClose={onClose}>
      <Text className="h-note">{texts.notesNote}</Text>
      <Field label={texts.noteLabel} value={text} onChange={keep} max={3000} long placeholder={texts.notePlaceholder} />
      <KeptPhotos files={files} onRemove={(file) => setFiles(without(files, file))} />
      <AddPhotos files={files} onChange={setFiles} words={texts.addPhoto} />
      <View className="h-stick">
        <Button busy={busy} disabled={!text.trim()} onPress={() => void save()}>
          {texts.noteSave}
        </Button>
      </View>
    </Sheet>
  )
}

const RemoveSheet = ({ caseId, note, onClose }: { caseId: string; note: NoteView; onClose: () => void }) => {
  const { busy, act } = useAct()
  const remove = () =>
    act(async () => {
      await call('notes.remove', { params: { id: caseId, noteId: note.id } })
      onClose()
      await invalidate('notes.list')
    })
  return (
    <Sheet open title={texts.noteRemove} onClose={onClose}>
      <Text>{texts.noteRemoveAsk}</Text>
      <Button look="danger" busy={busy} onPress={() => void remove()}>
        {texts.noteRemove}
      </Button>
    </Sheet>
  )
}

/** What the reader has noted for themselves; nobody else ever sees it. */
export const NotesCard = ({ caseId }: { caseId: string }) => {
  const pages = usePages('notes.list', { params: { id: caseId }, query: {} })
  const [writing, setWriting] = useState(false)
  const [removing, setRemoving] = useState<NoteView | null>(null)
  return (
    <Card>
      <View className="w-head">
        <Text className="h-head">{texts.notes}</Text>
        <View>
          <Text className="h-note">{texts.notesNote}</Text>
        </View>
      </View>
      {pages.items.map((note) => (
        <View key={note.id} className="w-question">
          <Text className="h-pre">{note.text}</Text>
          <Photos files={note.files} />
          <View className="h-row spread">
            <Text className="h-note">{timeWords(note.at)}</Text>
            <Button small look="text" label={`${texts.noteRemove} ${note.text.slice(0, 12)}`} onPress={() => setRemoving(note)}>
              {texts.noteRemove}
            </Button>
          </View>
        </View>
      ))}
      {pages.hasNextPage ? (
        <Button look="text" busy={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>
          {texts.notesOlder}
        </Button>
      ) : null}
      <Button look="ghost" onPress={() => setWriting(true)}>
        {texts.noteWrite}
      </Button>
      {writing ? <WriteSheet caseId={caseId} onClose={() => setWriting(false)} /> : null}
      {removing ? <RemoveSheet caseId={caseId} note={removing} onClose={() => setRemoving(null)} /> : null}
    </Card>
  )
}
