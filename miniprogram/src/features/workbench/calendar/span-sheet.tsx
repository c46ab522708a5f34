import type { WorkingPlan } from '@shared/mediation/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Sheet } from '@/components/sheet'
import { texts } from '../texts'
import { Stepper } from './stepper'
import { shiftClock } from './week'

type Span = WorkingPlan['hours'][number]
const STEP = 30

const meet = (one: Span, other: Span): boolean => one.from < other.to && other.from < one.to

const suggestion = (weekday: number, others: readonly Span[]): Span =>
  [
    { weekday, from: '09:00', to: '12:00' },
    { weekday, from: '14:00', to: '17:30' },
    { weekday, from: '19:00', to: '21:00' },
  ].find((span) => !others.some((other) => meet(span, other))) ?? { weekday, from: '12:00', to: '14:00' }

interface Props {
  title: string
  weekday: number
  old: Span | null
  others: readonly Span[]
  onClose: () => void
  /** null takes the span away. */
  onDone: (span: Span | null) => void
}

/** From when to when, in steps of half an hour. */
export const SpanSheet = ({ title, weekday, old, others, onClose, onDone }: Props) => {
  const [span, setSpan] = useState<Span>(old ?? suggestion(weekday, others))
  const shift = (end: 'from' | 'to', by: number) => setSpan({ ...span, [end]: shiftClock(span[end], by) })
  const error = span.from >= span.to ? texts.spanBad : others.some((other) => meet(span, other)) ? texts.spansMeet : undefined
  return (
    <Sheet open title={title} onClose={onClose}>
      <Stepper label={texts.from} value={span.from} onLess={() => shift('from', -STEP)} onMore={() => shift('from', STEP)} />
      <Stepper label={texts.to} value={span.to} onLess={() => shift('to', -STEP)} onMore={() => shift('to', STEP)} />
      {error ? (
        <View className="h-error" role="alert">
          <Text>{error}</Text>
        </View>
      ) : null}
      <Button disabled={error !== undefined} onPress={() => onDone(span)}>
        {texts.done}
      </Button>
      {old ? (
        <Button look="ghost" onPress={() => onDone(null)}>
          {texts.removeSpan}
        </Button>
      ) : null}
    </Sheet>
  )
}
