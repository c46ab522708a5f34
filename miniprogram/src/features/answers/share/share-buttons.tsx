import type { AnswerCard } from '@shared/answers/schemas'
import { Image, Button as NativeButton, Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/components/button'
import { codeOf } from '@/components/qr-code'
import { Sheet } from '@/components/sheet'
import { toast } from '@/components/toast'
import { addressOf } from '@/features/consultations/links'
import { PAGES } from '@/lib/navigate'
import { texts } from '../texts'
import { CardPicture } from './card-picture'
import { posterCard } from './poster-card'

const inWeChat = process.env.TARO_ENV === 'weapp'

/** Where everybody reads it, as an address. */
const addressFor = (id: string): string => addressOf(`${PAGES.answer}?id=${encodeURIComponent(id)}`)

const keep = async (source: string, title: string): Promise<void> => {
  if (inWeChat) {
    // WeChat asks what to do with it: keep it, or pass it on; closing its menu is no failure
    await Taro.showShareImageMenu({ path: source }).catch(() => undefined)
    return
  }
  const link = document.createElement('a')
  link.href = source
  link.download = texts.pictureName(title)
  document.body.appendChild(link)
  link.click()
  link.remove()
}

const PictureSheet = ({ answer, onClose }: { answer: AnswerCard; onClose: () => void }) => {
  const [source, setSource] = useState<string | null>()
  const code = codeOf(addressFor(answer.id))
  return (
    <Sheet open title={texts.pictureTitle} onClose={onClose}>
      <CardPicture compose={(measure) => posterCard({ answer, measure, code })} onReady={setSource} />
      {source ? (
        <>
          <Image className="r-picture" mode="widthFix" src={source} nativeProps={{ alt: texts.pictureLabel(answer.title) }} />
          <Text className="h-note">{texts.pictureNote}</Text>
          <View className="h-stick">
            <Button onPress={() => void keep(source, answer.title)}>{texts.pictureSave}</Button>
          </View>
        </>
      ) : (
        <View role="status">
          <Text>{source === null ? texts.pictureFailed : texts.pictureBusy}</Text>
        </View>
      )}
    </Sheet>
  )
}

/** Ways to pass an answer on. */
export const ShareButtons = ({ answer }: { answer: AnswerCard }) => {
  const [open, setOpen] = useState(false)
  const copy = async () => {
    await Taro.setClipboardData({ data: addressFor(answer.id) })
    toast(texts.linkDone)
  }
  return (
    <>
      {inWeChat ? (
        <NativeButton className="h-btn nut-button r-share" openType="share">
          {texts.share}
        </NativeButton>
      ) : (
        <Button onPress={() => void copy()}>{texts.link}</Button>
      )}
      <Button look="ghost" onPress={() => setOpen(true)}>
        {texts.picture}
      </Button>
      {open ? <PictureSheet answer={answer} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
