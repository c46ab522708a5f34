import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { AddPhotos, KeptPhotos, without } from '@/components/photos'
import { Sheet } from '@/components/sheet'
import { toast } from '@/components/toast'
import type { KeptFile } from '@/lib/kept-files'
import { invalidate } from '@/lib/query'
import { call } from '@/lib/request'
import { dropFiles, sendFiles } from '@/lib/send-files'
import { useAct } from '@/lib/use-act'
import { texts } from './texts'

/** Adds something to a file that is frozen. */
export const SupplementSheet = ({ caseId, onClose }: { caseId: string; onClose: () => void }) => {
  const [title, setTitle] = useState('')
  const [note, setNote] = useState('')
  const [files, setFiles] = useState<KeptFile[]>([])
  const { busy, act } = useAct()
  const add = () =>
    act(async (key) => {
      const fileIds = await sendFiles(files)
      const body = { title: title.trim(), note: note.trim(), ...(fileIds.length > 0 ? { fileIds } : {}) }
      await call('docket.supplement', { params: { id: caseId }, body, key })
      dropFiles(files)
      toast(texts.added)
      onClose()
      await invalidate('docket.get', 'cases.get')
    })
  return (
    <Sheet open title={texts.supplementTitle} onClose={onClose}>
      <Text className="h-note">{texts.supplementNote}</Text>
      <Field label={texts.name} value={title} onChange={setTitle} max={60} placeholder={texts.namePlaceholder} />
      <Field label={texts.what} value={note} onChange={setNote} max={1000} long="short" placeholder={texts.whatPlaceholder} />
      <KeptPhotos files={files} onRemove={(file) => setFiles(without(files, file))} />
      <AddPhotos files={files} onChange={setFiles} words={texts.addPhoto} />
      <View className="h-stick">
        <Button busy={busy} disabled={!title.trim() || !note.trim()} onPress={() => void add()}>
          {texts.add}
        </Button>
      </View>
    </Sheet>
  )
}
