import { Close, Photograph } from '@nutui/icons-react-taro'
import { Image, Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { dropKept, type KeptFile, keepFile, keptUrl } from '@/lib/kept-files'
import { pickPhotos } from '@/lib/pick-photos'
import { fileUrl } from '@/lib/upload'
import { Button } from './button'
import { pressable } from './pressable'
import { texts } from './texts'
import { toastError } from './toast'

/** The most photos that go with one thing. */
export const MOST_PHOTOS = 9

/** The name is that of what is pressed around the picture. */
const UNNAMED = { alt: '' }

const view = (urls: string[], current: string) => void Taro.previewImage({ urls, current })

/** Photos that the service holds; pressing one shows it large. */
export const Photos = ({ files }: { files: readonly { id: string; url: string }[] }) => {
  const urls = files.map(({ url }) => fileUrl(url))
  return files.length === 0 ? null : (
    <View className="h-thumbs">
      {files.map(({ id, url }, index) => (
        <View className="h-thumb" key={id} {...pressable(() => view(urls, fileUrl(url)), { label: texts.photo(index + 1) })}>
          <Image className="h-thumb-img" mode="aspectFill" src={fileUrl(url)} nativeProps={UNNAMED} />
        </View>
      ))}
    </View>
  )
}

const KeptPhoto = ({ file, index, onRemove }: { file: KeptFile; index: number; onRemove?: (() => void) | undefined }) => {
  const [url, setUrl] = useState<string | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a kept file is known by its id and never changes
  useEffect(() => {
    void keptUrl(file).then(setUrl)
  }, [file.id])
  return (
    <View className="h-thumb">
      <View {...pressable(() => (url ? view([url], url) : undefined), { label: texts.photo(index + 1) })}>
        <Image className="h-thumb-img" mode="aspectFill" src={url ?? ''} nativeProps={UNNAMED} />
      </View>
      {onRemove ? (
        <View className="h-thumb-del" {...pressable(onRemove, { label: texts.removePhoto })}>
          <View className="h-thumb-x">
            <Close size={14} color="#FFFFFF" />
          </View>
        </View>
      ) : null}
    </View>
  )
}

/** Photos on this device, not yet sent. */
export const KeptPhotos = ({ files, onRemove }: { files: readonly KeptFile[]; onRemove?: (file: KeptFile) => void }) =>
  files.length === 0 ? null : (
    <View className="h-thumbs">
      {files.map((file, index) => (
        <KeptPhoto key={file.id} file={file} index={index} onRemove={onRemove ? () => onRemove(file) : undefined} />
      ))}
    </View>
  )

/** Takes a photo out, and off the device. */
export const without = (files: readonly KeptFile[], gone: KeptFile): KeptFile[] => {
  void dropKept(gone)
  return files.filter(({ id }) => id !== gone.id)
}

interface PickerProps {
  files: readonly KeptFile[]
  onChange: (files: KeptFile[]) => void
  /** Set when the photos were read before they are added: what has been added meanwhile counts. */
  words?: string
}

/** The button that adds photos, up to nine. */
export const AddPhotos = ({ files, onChange, words = texts.addPhoto }: PickerProps) => {
  const [busy, setBusy] = useState(false)
  const left = MOST_PHOTOS - files.length
  const add = async () => {
    setBusy(true)
    try {
      const picked = await pickPhotos(left)
      const kept = await Promise.all(picked.map((file) => keepFile(file)))
      if (kept.length > 0) onChange([...files, ...kept])
    } catch (error) {
      toastError(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button look="ghost" disabled={left <= 0} busy={busy} icon={<Photograph size={20} color="#155041" />} onPress={() => void add()}>
      {files.length > 0 ? <Text>{`${words} ${files.length}/${MOST_PHOTOS}`}</Text> : words}
    </Button>
  )
}
