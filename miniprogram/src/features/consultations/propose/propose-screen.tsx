import { chainOf } from '@shared/regions/schemas'
import { Text } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Button } from '@/components/button'
import { Chip } from '@/components/chip'
import { Page } from '@/components/page'
import { ProgressBar } from '@/components/progress-bar'
import { toast } from '@/components/toast'
import { lastPlace } from '@/features/submit/draft'
import { newKey } from '@/lib/keys'
import { back } from '@/lib/navigate'
import { call } from '@/lib/request'
import { useApp } from '@/lib/store'
import { texts } from '../texts'
import { missingIn, STEPS } from './propose-draft'
import { type StepProps, What, Where, Why } from './propose-steps'
import { ReviewSheet } from './review-sheet'
import { useProposal } from './use-proposal'
import '../consultations.css'

/** Where somebody works, lives or last had something to say is where they most likely mean. */
const useLikelyPlace = ({ draft, change }: Pick<StepProps, 'draft' | 'change'>, official: boolean): void => {
  const me = useApp((state) => state.me)
  const office = official ? me?.roles.find(({ role }) => role.startsWith('cppcc'))?.regionCode : undefined
  const likely = office ?? me?.homeRegionCode ?? lastPlace()?.region.at(-1)?.code
  const wanted = draft.step === 'where' && draft.region.length === 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: offered once, when the step is reached
  useEffect(() => {
    if (!wanted || !likely) return
    const found = chainOf(likely.slice(0, 12)).map((code) => call('regions.list', { query: { code } }))
    void Promise.all(found).then(
      (answers) => change({ region: answers.flatMap(({ items }) => items).reverse() }),
      () => undefined,
    )
  }, [draft.step, likely])
}

const useSteps = (official: boolean, signalId?: string, title?: string) => {
  const { draft, change } = useProposal(signalId, title)
  const [tried, setTried] = useState(false)
  const [reviewing, setReviewing] = useState(false)
  const at = STEPS.indexOf(draft.step)
  const go = (index: number) => {
    const step = STEPS[index]
    setTried(false)
    if (step) change({ step })
    else back()
  }
  const next = () => {
    if (missingIn(draft, official)) return setTried(true)
    if (at === STEPS.length - 1) setReviewing(true)
    else go(at + 1)
  }
  return { draft, change, at, error: tried ? missingIn(draft, official) : '', reviewing, setReviewing, next, previous: () => go(at - 1) }
}

const NEXT = { what: texts.toWhy, why: texts.toWhere, where: texts.toReview }

/** Three short questions, one at a time; then the author sees what others will see. */
export const ProposeScreen = ({ signalId, title }: { signalId?: string | undefined; title?: string | undefined }) => {
  const { status, hat } = useApp()
  const official = hat === 'member'
  const steps = useSteps(official, signalId, title)
  const { draft, change, at, error, reviewing } = steps
  useLikelyPlace({ draft, change }, official)
  const later = () => {
    if (draft.title.trim() || draft.text.trim()) toast(texts.keptForLater)
    back()
  }
  const place = texts.proposeStep(at + 1, STEPS.length)
  const footer = (
    <>
      <Button look="text" className="h-narrow" onPress={at === 0 ? later : steps.previous}>
        {at === 0 ? texts.later : texts.previous}
      </Button>
      <Button onPress={steps.next}>{NEXT[draft.step]}</Button>
    </>
  )
  return (
    <Page
      title={texts.proposeTitle}
      onBack={steps.previous}
      right={draft.title || draft.text ? <Chip tone="outline">{texts.saved}</Chip> : undefined}
      footer={footer}
    >
      <Text className="h-note">{place}</Text>
      <ProgressBar share={(at + 1) / STEPS.length} label={place} />
      {draft.signalId ? <Chip tone="sky">{texts.fromSignal}</Chip> : null}
      {draft.step === 'what' ? <What draft={draft} change={change} error={error} /> : null}
      {draft.step === 'why' ? <Why draft={draft} change={change} error={error} /> : null}
      {draft.step === 'where' ? <Where draft={draft} change={change} error={error} /> : null}
      {reviewing ? (
        <ReviewSheet
          draft={draft}
          official={official}
          loginFirst={status === 'out'}
          onRefused={() => change({ key: newKey() })}
          onClose={() => steps.setReviewing(false)}
        />
      ) : null}
    </Page>
  )
}
