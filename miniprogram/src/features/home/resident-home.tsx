import { Edit, Microphone } from '@nutui/icons-react-taro'
import { Text, View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Chip } from '@/components/chip'
import { Page } from '@/components/page'
import { TalkDoors } from '@/features/consultations/home/talk-doors'
import { scan } from '@/features/me/scan'
import { useCare } from '@/features/me/use-care'
import { hasContent, loadDraft } from '@/features/submit/draft'
import { OutboxCards } from '@/features/submit/outbox-cards'
import { texts as submitTexts } from '@/features/submit/texts'
import { open } from '@/lib/navigate'
import { MyLatest } from './my-latest'
import { texts } from './texts'

const Head = () => (
  <View className="h-home-head">
    <View className="h-seal" aria-hidden>
      <Text>商</Text>
    </View>
    <View className="h-grow" role="heading" aria-level={1}>
      <Text className="h-head">{texts.name}</Text>
      <View>
        <Text className="h-note">{texts.subtitle}</Text>
      </View>
    </View>
  </View>
)

const Hero = () => (
  <Card tone="bamboo" className="h-hero">
    <Text className="h-title">{texts.heroTitle}</Text>
    <View>
      <Text>{texts.heroNote}</Text>
    </View>
    <Button look="white" icon={<Edit size={20} color="#155041" />} onPress={() => open('submit')}>
      {texts.write}
    </Button>
    <Button look="onbamboo" icon={<Microphone size={20} color="#FFFFFF" />} onPress={() => open('submit', { voice: '1' })}>
      {texts.speak}
    </Button>
  </Card>
)

/** What was begun and not finished is looked for each time the page is shown. */
const useUnfinished = (): string => {
  const look = () => {
    const draft = loadDraft()
    return draft && hasContent(draft) ? draft.text.trim().slice(0, 30) || submitTexts.untitled : ''
  }
  const [words, setWords] = useState(look)
  useDidShow(() => setWords(look()))
  return words
}

const Unfinished = () => {
  const words = useUnfinished()
  return words ? (
    <Card tone="sky" onPress={() => open('submit')}>
      <View className="h-row spread">
        <Text className="h-bold h-sky">{submitTexts.draftTitle}</Text>
        <Text className="h-note">{submitTexts.draftGoOn}</Text>
      </View>
      <Text>{words}</Text>
    </Card>
  ) : null
}

const Doors = () => (
  <View className="h-row h-doors">
    <Card onPress={() => open('join')}>
      <Text className="h-bold">{texts.join}</Text>
      <View>
        <Text className="h-note">{texts.joinNote}</Text>
      </View>
    </Card>
    {process.env.TARO_ENV === 'weapp' ? (
      <Card onPress={() => void scan()}>
        <Text className="h-bold">{texts.scan}</Text>
        <View>
          <Text className="h-note">{texts.scanNote}</Text>
        </View>
      </Card>
    ) : (
      <Card onPress={() => open('verify')}>
        <Text className="h-bold">{texts.verify}</Text>
        <View>
          <Text className="h-note">{texts.verifyNote}</Text>
        </View>
      </Card>
    )}
  </View>
)

const CareSwitch = () => {
  const [care, setCare] = useCare()
  return (
    <Card onPress={() => setCare(!care)}>
      <View className="h-row spread">
        <Text className="h-grow">{care ? texts.careOn : texts.careOff}</Text>
        <Chip tone="sky">{care ? texts.usual : texts.bigger}</Chip>
      </View>
    </Card>
  )
}

/** The resident's first tab: say what is the matter, and see how it is going. */
export const ResidentHome = () => (
  <Page title={texts.tab} root head={<Head />}>
    <Hero />
    <OutboxCards />
    <Unfinished />
    <MyLatest />
    <TalkDoors />
    <Doors />
    <CareSwitch />
  </Page>
)
