import { Text, View } from '@tarojs/components'
import { useDidShow, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Page } from '@/components/page'
import { ProgressBar } from '@/components/progress-bar'
import { toast } from '@/components/toast'
import { askLogin, back } from '@/lib/navigate'
import { useNetwork } from '@/lib/network'
import { useApp } from '@/lib/store'
import { askSubscriptions } from '@/lib/subscribe'
import { type Draft, hasContent, STEPS, type Step, subjectOf } from './draft'
import { KindSheet } from './kind-sheet'
import { post } from './outbox'
import { PostedScreen } from './posted-screen'
import { ReviewStep } from './review-step'
import { texts } from './texts'
import { useDraft } from './use-draft'
import { useUnderstanding } from './use-understanding'
import { WhatStep } from './what-step'
import { placeKnown, WhereStep } from './where-step'
import { phoneOk, WhoStep } from './who-step'

const SavedChip = () => (
  <View className="h-chip outline">
    <Text>{texts.saved}</Text>
  </View>
)

/** What keeps a step from being left forwards, in words; empty when nothing does. */
const missing = (draft: Draft): string => {
  if (draft.step === 'what') return draft.text.trim() || draft.voice ? '' : texts.whatMissing
  if (draft.step === 'where') return placeKnown(draft) ? '' : texts.whereMissing
  if (draft.step === 'who') return phoneOk(draft.respondentPhone) ? '' : texts.phoneBad
  return ''
}

/** The steps, one after the other, and what stands in the way of the next. */
const useSteps = () => {
  const { draft, change, current } = useDraft()
  const [tried, setTried] = useState(false)
  const [asking, setAsking] = useState(false)
  const go = (step: Step) => {
    setTried(false)
    change({ step })
  }
  const next = () => {
    if (missing(draft)) return setTried(true)
    if (draft.step === 'what' && !subjectOf(draft)) return setAsking(true)
    const following = STEPS[STEPS.indexOf(draft.step) + 1]
    if (following) go(following)
  }
  const previous = () => {
    const before = STEPS[STEPS.indexOf(draft.step) - 1]
    if (before) go(before)
    else back()
  }
  return { draft, change, current, error: tried ? missing(draft) : '', asking, setAsking, go, next, previous }
}

/** Sends from a press, or by itself after the login that the press asked for. */
const useSend = (steps: ReturnType<typeof useSteps>) => {
  const [posted, setPosted] = useState<string | null>(null)
  const status = useApp((state) => state.status)
  const online = useNetwork((state) => state.online)
  const deliver = () => {
    const draft = steps.current()
    setPosted(draft.key)
    void post(draft)
  }
  const send = () => {
    if (status === 'out' && online) {
      steps.change({ sendAfterLogin: true })
      return askLogin()
    }
    void askSubscriptions(['caseProgress', 'message', 'session'])
    deliver()
  }
  useDidShow(() => {
    const draft = steps.current()
    if (!draft.sendAfterLogin || posted) return
    if (useApp.getState().status === 'in') deliver()
    else steps.change({ sendAfterLogin: false })
  })
  return { posted, send, loginFirst: status === 'out' && online }
}

const Footer = ({ steps, send, loginFirst }: { steps: ReturnType<typeof useSteps>; send: () => void; loginFirst: boolean }) => {
  const { draft, next, previous } = steps
  const later = () => {
    if (hasContent(draft)) toast(texts.keptForLater)
    back()
  }
  const first = draft.step === 'what'
  const others = draft.step === 'where' && subjectOf(draft)?.kind !== 'dispute'
  return (
    <>
      <Button look="text" className="h-narrow" onPress={first ? later : previous}>
        {first ? texts.later : texts.previous}
      </Button>
      {draft.step === 'review' ? (
        <Button onPress={send}>{loginFirst ? texts.sendLogin : texts.send}</Button>
      ) : (
        <Button onPress={next}>{others ? texts.nextOthers : texts.next[draft.step]}</Button>
      )}
    </>
  )
}

/** A guided form of four short steps. What is written is on the device at once and sends itself when it can. */
export const SubmitScreen = () => {
  const steps = useSteps()
  const { draft, change, error, asking, setAsking, go } = steps
  const { posted, send, loginFirst } = useSend(steps)
  const understanding = useUnderstanding(draft, change, !posted && (draft.step === 'what' || draft.step === 'where'))
  const speaking = useRouter().params.voice === '1'
  if (posted) return <PostedScreen parcelKey={posted} joined={draft.join !== null} />
  const index = STEPS.indexOf(draft.step)
  const place = texts.step(index + 1, STEPS.length)
  return (
    <Page
      title={texts.title}
      onBack={steps.previous}
      sendsLater
      right={hasContent(draft) ? <SavedChip /> : undefined}
      footer={<Footer steps={steps} send={send} loginFirst={loginFirst} />}
    >
      <Text className="h-note">{place}</Text>
      <ProgressBar share={(index + 1) / STEPS.length} label={place} />
      {draft.step === 'what' ? (
        <WhatStep
          draft={draft}
          change={change}
          error={error}
          onKind={() => setAsking(true)}
          speaking={speaking}
          understanding={understanding}
        />
      ) : null}
      {draft.step === 'where' ? <WhereStep draft={draft} change={change} error={error} understanding={understanding} /> : null}
      {draft.step === 'who' ? <WhoStep draft={draft} change={change} /> : null}
      {draft.step === 'review' ? <ReviewStep draft={draft} go={go} /> : null}
      <KindSheet
        open={asking}
        onClose={() => setAsking(false)}
        kind={subjectOf(draft)?.kind ?? null}
        category={subjectOf(draft)?.category ?? null}
        onChosen={(kind, category) => {
          change({ kind, category })
          setAsking(false)
        }}
      />
    </Page>
  )
}
