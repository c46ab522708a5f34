import type { CaseView } from '@shared/cases/schemas'
import { ASPECT_NAMES, ASPECTS, type FeedbackView, LEVEL_NAMES } from '@shared/feedback/schemas'
import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { Pick } from '@/components/option'
import { Page } from '@/components/page'
import { pressable } from '@/components/pressable'
import { EmptyState, ErrorState, Loading } from '@/components/states'
import { toast } from '@/components/toast'
import { back } from '@/lib/navigate'
import { invalidate, useCall } from '@/lib/query'
import { call } from '@/lib/request'
import { useAct } from '@/lib/use-act'
import { Face, LEVELS, type Level } from './face'
import { texts } from './texts'

type Aspects = FeedbackView['aspects']

const Levels = ({ chosen, onPick }: { chosen: number | undefined; onPick: (level: Level) => void }) => (
  <View className="h-col" role="radiogroup">
    {LEVELS.map((level) => (
      <View
        key={level}
        className={`h-option ${level === chosen ? 'on' : ''}`}
        {...pressable(() => onPick(level), { role: 'radio', on: level === chosen, label: LEVEL_NAMES[level] })}
      >
        <Face level={level} />
        <Text>{LEVEL_NAMES[level]}</Text>
      </View>
    ))}
  </View>
)

const AspectRows = ({ aspects, onPick }: { aspects: Aspects; onPick: (aspects: Aspects) => void }) => (
  <>
    {ASPECTS.map((aspect) => (
      <View key={aspect} className="h-col tight">
        <Text className="h-bold">{ASPECT_NAMES[aspect]}</Text>
        <View className="h-picks" role="radiogroup">
          {LEVELS.map((level) => (
            <Pick
              key={level}
              title={LEVEL_NAMES[level]}
              label={`${ASPECT_NAMES[aspect]}：${LEVEL_NAMES[level]}`}
              on={aspects[aspect] === level}
              onPress={() => onPick({ ...aspects, [aspect]: level })}
            />
          ))}
        </View>
      </View>
    ))}
  </>
)

/** Every press saves; what was given before is where it starts. */
const useRating = (view: CaseView) => {
  const [given, setGiven] = useState<FeedbackView | null>(view.feedback)
  const { busy, act } = useAct()
  const save = (change: { overall?: Level; aspects?: Aspects; text?: string }) => {
    const overall = change.overall ?? given?.overall
    if (!overall) return
    const aspects = change.aspects ?? given?.aspects ?? {}
    const text = (change.text ?? given?.text ?? '').trim()
    void act(async (key) => {
      setGiven(await call('feedback.give', { params: { id: view.id }, body: { overall, aspects, ...(text ? { text } : {}) }, key }))
      toast(texts.saved)
      await invalidate('cases.get', 'cases.list')
    })
  }
  return { given, busy, save }
}

const More = ({ given, busy, save }: Omit<ReturnType<typeof useRating>, 'given'> & { given: FeedbackView }) => {
  const [text, setText] = useState(given.text)
  return (
    <Card>
      <View className="h-col">
        <Text className="h-head">{texts.moreTitle}</Text>
        <AspectRows aspects={given.aspects} onPick={(aspects) => save({ aspects, text })} />
        <Field label={texts.text} long="short" value={text} onChange={setText} placeholder={texts.textPlaceholder} max={500} />
        {text.trim() !== given.text ? (
          <Button look="ghost" busy={busy} onPress={() => save({ text })}>
            {texts.save}
          </Button>
        ) : null}
      </View>
    </Card>
  )
}

const Rating = ({ view }: { view: CaseView }) => {
  const { given, busy, save } = useRating(view)
  const fixed = given !== null && !given.sealed
  return (
    <>
      <Card>
        <Text className="h-bold">{view.title}</Text>
        <View>
          <Text className="h-note">{[view.assignee?.name, view.number].filter(Boolean).join(' · ')}</Text>
        </View>
      </Card>
      <Text className="h-title">{texts.question}</Text>
      <Levels chosen={given?.overall} onPick={(overall) => (fixed ? undefined : save({ overall }))} />
      <Text className="h-note">{fixed ? texts.unsealed : `${given ? '' : texts.once}${texts.sealed}`}</Text>
      {given && given.overall <= 2 ? (
        <Card tone="sky">
          <Text>{texts.unhappy}</Text>
        </Card>
      ) : null}
      {given && !fixed ? <More given={given} busy={busy} save={save} /> : null}
    </>
  )
}

/** One press says it; everything else may be added. */
export const FeedbackScreen = () => {
  const id = useRouter().params.id ?? ''
  const query = useCall('cases.get', { params: { id } })
  const view = query.data
  const open = view ? view.can.includes('rate') || view.feedback !== null : false
  return (
    <Page title={texts.title} footer={view?.feedback ? <Button onPress={back}>{texts.done}</Button> : undefined}>
      {query.isPending ? <Loading /> : null}
      {query.isError && !view ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : null}
      {view && open ? <Rating view={view} /> : null}
      {view && !open ? <EmptyState title={texts.notYet} note={texts.notYetNote} /> : null}
    </Page>
  )
}
