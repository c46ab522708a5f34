import type { BriefView } from '@shared/briefs/schemas'
import { BRIEF_PARTS } from '@shared/briefs/words'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Page } from '@/components/page'
import { pressable } from '@/components/pressable'
import { ProgressBar } from '@/components/progress-bar'
import { toast } from '@/components/toast'
import { open } from '@/lib/navigate'
import { useAct } from '@/lib/use-act'
import { useWide } from '@/lib/wide'
import { SimilarCard } from '../read/similar-card'
import { texts } from '../texts'
import { HeadSheet } from './head-sheet'
import { PartStep } from './part-step'
import { SavedChip, SavedNote } from './saved-chip'
import { StockCard } from './stock-card'
import { useWriting, type WritingNow } from './use-writing'

/** The question of the last part leads to the preview. */
const LAST = BRIEF_PARTS.length - 1

const Head = ({ now }: { now: WritingNow }) => {
  const [changing, setChanging] = useState(false)
  const { text, writing } = now
  return (
    <Card>
      <View className="h-row spread">
        <Text className="h-bold h-grow">{text.title}</Text>
        <View className="h-link b-end" {...pressable(() => setChanging(true), { label: texts.titleChange })}>
          <Text>{texts.change}</Text>
        </View>
      </View>
      {changing ? (
        <HeadSheet
          title={text.title}
          category={text.category}
          onChange={(change) => writing.change({ ...text, ...change })}
          onClose={() => setChanging(false)}
        />
      ) : null}
    </Card>
  )
}

const Steps = ({ step }: { step: number }) => (
  <View className="b-steps">
    <Text className="h-note h-block">{texts.step(step + 1, BRIEF_PARTS.length)}</Text>
    <ProgressBar share={(step + 1) / BRIEF_PARTS.length} label={texts.step(step + 1, BRIEF_PARTS.length)} />
  </View>
)

/** The preview shows what the service has, so everything has to be there first. */
const useReview = ({ brief, writing }: WritingNow) => {
  const { busy, act } = useAct()
  const review = () =>
    act(async () => {
      if (await writing.flush()) open('briefPreview', { id: brief.id })
      else toast(texts.notSaved)
    })
  return { busy, review }
}

/** Writes a brief, one part at a time; what is written is kept at once and saved soon after. */
export const Writer = ({ brief }: { brief: BriefView }) => {
  const now = useWriting(brief)
  const [step, setStep] = useState(0)
  const wide = useWide() && process.env.TARO_ENV === 'h5'
  const { busy, review } = useReview(now)
  const go = (to: number) => {
    setStep(to)
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
  }
  const part = BRIEF_PARTS[step] ?? 'situation'
  const next = BRIEF_PARTS[step + 1]
  const footer = (
    <>
      {step > 0 ? (
        <Button look="ghost" onPress={() => go(step - 1)}>
          {texts.back}
        </Button>
      ) : null}
      {step < LAST && next ? (
        <Button onPress={() => go(step + 1)}>{texts.forward(texts.claimWords[next] ?? '')}</Button>
      ) : (
        <Button busy={busy} onPress={() => void review()}>
          {texts.forwardReview}
        </Button>
      )}
    </>
  )
  const main = (
    <>
      <Steps step={step} />
      <SavedNote {...now} />
      <Head now={now} />
      <PartStep key={part} now={now} part={part} />
    </>
  )
  const side = (
    <>
      <StockCard now={now} />
      <SimilarCard id={brief.id} />
    </>
  )
  return (
    <Page title={texts.writeTitle} right={<SavedChip saved={now.saved} />} footer={footer} wide={wide} className={wide ? 'b-wide' : ''}>
      {wide ? (
        <View className="b-columns b-main">
          <View className="h-col b-column">{main}</View>
          <View className="h-col b-column side">{side}</View>
        </View>
      ) : (
        <>
          {main}
          {side}
        </>
      )}
    </Page>
  )
}
