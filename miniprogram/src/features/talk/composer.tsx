import { Photograph } from '@nutui/icons-react-taro'
import { TextArea } from '@nutui/nutui-react-taro'
import type { Room } from '@shared/cases/schemas'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { KeptPhotos, MOST_PHOTOS, without } from '@/components/photos'
import { pressable } from '@/components/pressable'
import { toast, toastError } from '@/components/toast'
import { dropKept, type KeptFile, keepFile, openKept } from '@/lib/kept-files'
import { pickPhotos } from '@/lib/pick-photos'
import { NetworkError } from '@/lib/problem'
import { invalidate } from '@/lib/query'
import { call } from '@/lib/request'
import { askSubscriptions } from '@/lib/subscribe'
import { upload } from '@/lib/upload'
import { useAct } from '@/lib/use-act'
import { useFieldName } from '@/lib/use-field-name'
import { loadWords, saveWords } from './message-draft'
import { texts } from './texts'

const sendPhotos = async (photos: readonly KeptFile[]): Promise<string[]> => {
  const ids: string[] = []
  for (const photo of photos) {
    const file = await openKept(photo)
    if (file) ids.push((await upload(file, photo.key)).id)
  }
  return ids
}

const useComposer = (caseId: string, room: Room) => {
  const [words, setWords] = useState(() => loadWords(caseId, room))
  const [photos, setPhotos] = useState<KeptFile[]>([])
  const { busy, act } = useAct()
  const write = (next: string) => {
    setWords(next)
    saveWords(caseId, room, next)
  }
  const addPhotos = async () => {
    const picked = await pickPhotos(MOST_PHOTOS - photos.length)
    const kept = await Promise.all(picked.map((file) => keepFile(file)))
    setPhotos((before) => [...before, ...kept])
  }
  const clear = () => {
    write('')
    for (const photo of photos) void dropKept(photo)
    setPhotos([])
  }
  const send = () => {
    const text = words.trim()
    if (!text && photos.length === 0) return
    void askSubscriptions(['message'])
    void act(
      async (key) => {
        const fileIds = await sendPhotos(photos)
        const body = { room, ...(text ? { text } : {}), ...(fileIds.length > 0 ? { fileIds } : {}) }
        await call('messages.send', { params: { id: caseId }, body, key })
        clear()
        await invalidate('messages.list')
      },
      (error) => (error instanceof NetworkError ? toast(texts.failed) : toastError(error)),
    )
  }
  return { words, write, photos, setPhotos, addPhotos, send, busy }
}

/** Where one writes, with photos; what is not sent stays. */
export const Composer = ({ caseId, room }: { caseId: string; room: Room }) => {
  const { words, write, photos, setPhotos, addPhotos, send, busy } = useComposer(caseId, room)
  const field = useFieldName(texts.label)
  return (
    <View className="h-composer">
      <KeptPhotos files={photos} onRemove={(photo) => setPhotos((before) => without(before, photo))} />
      <View className="h-row h-composer-row" id={field}>
        <View className="h-nav-back" {...pressable(() => void addPhotos().catch(toastError), { label: texts.addPhoto })}>
          <Photograph size={26} color="#155041" />
        </View>
        <TextArea
          className="h-area line"
          aria-label={texts.label}
          value={words}
          placeholder={texts.placeholder}
          maxLength={2000}
          autoSize
          rows={1}
          onChange={write}
        />
        <Button small busy={busy} disabled={!words.trim() && photos.length === 0} onPress={send}>
          {texts.send}
        </Button>
      </View>
    </View>
  )
}
