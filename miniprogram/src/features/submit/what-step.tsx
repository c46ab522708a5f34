import { Microphone } from '@nutui/icons-react-taro'
import { categoryName } from '@shared/cases/categories'
import type { Understanding } from '@shared/understanding/schemas'
import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { AddPhotos, KeptPhotos, without } from '@/components/photos'
import { pressable } from '@/components/pressable'
import { Voice } from '@/components/voice'
import { dropKept, type KeptFile, keptUrl } from '@/lib/kept-files'
import { type Draft, type StepProps, subjectOf } from './draft'
import { texts } from './texts'
import { OtherChoices, Question, UrgentCard } from './understanding-cards'
import { VoiceSheet } from './voice-sheet'

/** The recording on this device, to be heard again or thrown away. */
export const KeptVoice = ({ voice, onRemove }: { voice: KeptFile; onRemove?: () => void }) => {
  const [url, setUrl] = useState('')
  // biome-ignore lint/correctness/useExhaustiveDependencies: a kept file is known by its id and never changes
  useEffect(() => {
    void keptUrl(voice).then((found) => setUrl(found ?? ''))
  }, [voice.id])
  return (
    <View className="h-row spread">
      <Voice src={url} seconds={voice.seconds} />
      {onRemove ? (
        <View className="h-link" {...pressable(onRemove)}>
          <Text>{texts.removeVoice}</Text>
        </View>
      ) : null}
    </View>
  )
}

/** What we take it to be, and why; pressing it chooses something else. */
const SubjectCard = ({ draft, onChange }: { draft: Draft; onChange: () => void }) => {
  const subject = subjectOf(draft)
  if (!subject && !draft.text.trim() && !draft.voice) return null
  const title = !subject
    ? texts.noGuess
    : draft.kind
      ? texts.chosenTitle(categoryName(subject.category))
      : texts.guessTitle(categoryName(subject.category))
  const note = !subject ? texts.noGuessNote : subject.because.length > 0 ? texts.guessBecause(subject.because.join('、')) : ''
  return (
    <Card tone="sky" onPress={onChange}>
      <View className="h-row spread">
        <Text className="h-bold h-sky">{title}</Text>
        <Text className="h-note h-nowrap">{texts.change}</Text>
      </View>
      {note ? <Text className="h-note">{note}</Text> : null}
    </Card>
  )
}

/** Step 1: in writing, by voice, with photos. */
export const WhatStep = ({
  draft,
  change,
  error,
  onKind,
  speaking,
  understanding,
}: StepProps & { error: string; onKind: () => void; speaking: boolean; understanding: Understanding | null }) => {
  const [recording, setRecording] = useState(speaking)
  const removeVoice = () => {
    if (draft.voice) void dropKept(draft.voice)
    change({ voice: null })
  }
  return (
    <>
      <Text className="h-title">{texts.whatTitle}</Text>
      <Text className="h-soft">{texts.whatNote}</Text>
      <Field long value={draft.text} onChange={(text) => change({ text })} placeholder={texts.whatPlaceholder} max={5000} error={error} />
      <UrgentCard text={draft.text} understanding={understanding} />
      {draft.voice ? <KeptVoice voice={draft.voice} onRemove={removeVoice} /> : null}
      <KeptPhotos files={draft.photos} onRemove={(photo) => change({ photos: without(draft.photos, photo) })} />
      <View className="h-row wrap h-pair">
        <Button look="ghost" icon={<Microphone size={20} color="#155041" />} onPress={() => setRecording(true)}>
          {draft.voice ? texts.speakAgain : texts.speak}
        </Button>
        <AddPhotos files={draft.photos} onChange={(photos) => change({ photos })} words={texts.photos} />
      </View>
      <SubjectCard draft={draft} onChange={onKind} />
      {understanding ? <OtherChoices draft={draft} change={change} understanding={understanding} /> : null}
      {understanding ? <Question draft={draft} change={change} understanding={understanding} /> : null}
      {understanding ? <Text className="h-note">{texts.lookedAt}</Text> : null}
      <Text className="h-note">{texts.privacy}</Text>
      <VoiceSheet open={recording} onClose={() => setRecording(false)} onDone={(voice) => change({ voice })} />
    </>
  )
}
