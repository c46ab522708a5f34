import { LEVEL_NAMES } from '@shared/feedback/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { pressable } from '@/components/pressable'
import { Sheet } from '@/components/sheet'
import { Face, LEVELS, type Level } from '@/features/feedback/face'
import { call } from '@/lib/request'
import { texts } from '../texts'
import { type PartProps, useTopicAct } from '../use-topic'

/** One press says it; words may be added. */
export const RateSheet = ({ part, onClose }: { part: PartProps; onClose: () => void }) => {
  const { view } = part
  const mine = view.judgement?.mine ?? null
  const [text, setText] = useState(mine?.text ?? '')
  const { busy, run } = useTopicAct(part)
  const rate = (score: number) => {
    const words = text.trim()
    const body = { score, ...(words ? { text: words } : {}) }
    return run(() => call('consultations.rate', { params: { id: view.id }, body }), texts.rateSaved)
  }
  const press = (level: Level) => void rate(level)
  return (
    <Sheet open title={texts.rateTitle} onClose={onClose}>
      <View className="h-col tight" role="radiogroup" aria-label={texts.rateTitle}>
        {LEVELS.map((level) => (
          <View
            key={level}
            className={`h-option ${mine?.score === level ? 'on' : ''}`}
            {...pressable(() => press(level), { role: 'radio', on: mine?.score === level, label: LEVEL_NAMES[level] })}
          >
            <Face level={level} />
            <Text>{LEVEL_NAMES[level]}</Text>
          </View>
        ))}
      </View>
      <Text className="h-note">{texts.rateNote}</Text>
      {mine ? (
        <>
          <Field long="short" label={texts.rateText} value={text} onChange={setText} max={500} placeholder={texts.rateTextPlaceholder} />
          <View className="h-stick">
            {text.trim() === (mine.text ?? '') ? (
              <Button onPress={onClose}>{texts.rateClose}</Button>
            ) : (
              <Button busy={busy} onPress={() => void rate(mine.score)}>
                {texts.rateSave}
              </Button>
            )}
          </View>
        </>
      ) : null}
    </Sheet>
  )
}
