import type { WorkingPlan } from '@shared/mediation/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { DateField } from '@/components/date-field'
import { pressable } from '@/components/pressable'
import { Sheet } from '@/components/sheet'
import { dateOf, weekdayOf } from '@/lib/time'
import { texts } from '../texts'
import { SpanSheet } from './span-sheet'
import { shortDate } from './week'

type Exception = WorkingPlan['exceptions'][number]
type Span = Exception['hours'][number]

const nameOf = (date: string): string => `${shortDate(date)} ${weekdayOf(`${date}T12:00:00+08:00`)}`
const hoursWords = (hours: readonly Span[]): string =>
  hours.length === 0 ? texts.exceptionOff : hours.map(({ from, to }) => `${from}–${to}`).join('，')
const byTime = (a: Span, b: Span): number => (a.from < b.from ? -1 : 1)

interface SheetProps {
  old: Exception | null
  taken: readonly string[]
  onClose: () => void
  /** null takes the day away. */
  onDone: (exception: Exception | null) => void
}

/** One day with hours of its own; none means that nobody can book. */
const ExceptionSheet = ({ old, taken, onClose, onDone }: SheetProps) => {
  const [date, setDate] = useState(old?.date ?? '')
  const [hours, setHours] = useState<Span[]>(old?.hours ?? [])
  const [editing, setEditing] = useState<Span | 'new' | null>(null)
  const wrong = !date ? texts.exceptionDayMissing : taken.includes(date) ? texts.exceptionTaken : undefined
  if (editing) {
    const span = editing === 'new' ? null : editing
    return (
      <SpanSheet
        title={date ? nameOf(date) : texts.exceptions}
        weekday={1}
        old={span && { weekday: 1, ...span }}
        others={hours.filter((each) => each !== span).map((each) => ({ weekday: 1, ...each }))}
        onClose={() => setEditing(null)}
        onDone={(next) => {
          const rest = hours.filter((each) => each !== span)
          setHours(next ? [...rest, { from: next.from, to: next.to }].sort(byTime) : rest)
          setEditing(null)
        }}
      />
    )
  }
  return (
    <Sheet open title={texts.exceptions} onClose={onClose}>
      <DateField label={texts.exceptionDay} value={date} onChange={setDate} min={dateOf(Date.now())} error={date ? wrong : undefined} />
      <View className="h-row wrap w-counts">
        {hours.length === 0 ? <Text className="h-note">{texts.exceptionOff}</Text> : null}
        {hours.map((span) => (
          <Button key={span.from} small look="ghost" onPress={() => setEditing(span)}>
            {`${span.from}–${span.to}`}
          </Button>
        ))}
        <Button small look="text" onPress={() => setEditing('new')}>
          {texts.addSpan}
        </Button>
      </View>
      <Button disabled={wrong !== undefined} onPress={() => onDone({ date, hours })}>
        {texts.done}
      </Button>
      {old ? (
        <Button look="text" onPress={() => onDone(null)}>
          {texts.removeSpan}
        </Button>
      ) : null}
    </Sheet>
  )
}

/** Days that differ from the week: a market day, an evening for those who work away. */
export const Exceptions = ({ days, onChange }: { days: readonly Exception[]; onChange: (days: Exception[]) => void }) => {
  const [open, setOpen] = useState<Exception | 'new' | null>(null)
  const today = dateOf(Date.now())
  const old = open === 'new' ? null : open
  const done = (next: Exception | null) => {
    const rest = days.filter((each) => each !== old)
    onChange(next ? [...rest, next].sort((a, b) => (a.date < b.date ? -1 : 1)) : rest)
    setOpen(null)
  }
  return (
    <Card>
      <View className="h-row spread">
        <View className="h-grow">
          <Text className="h-bold">{texts.exceptions}</Text>
          <View>
            <Text className="h-note">{texts.exceptionsNote}</Text>
          </View>
        </View>
        <Button small look="ghost" onPress={() => setOpen('new')}>
          {texts.exceptionAdd}
        </Button>
      </View>
      {days
        .filter(({ date }) => date >= today)
        .map((day) => (
          <View key={day.date} className="h-row spread w-day" {...pressable(() => setOpen(day))}>
            <Text className="h-bold h-nowrap">{nameOf(day.date)}</Text>
            <Text>{hoursWords(day.hours)}</Text>
          </View>
        ))}
      {open ? (
        <ExceptionSheet
          old={old}
          taken={days.filter((each) => each !== old).map(({ date }) => date)}
          onClose={() => setOpen(null)}
          onDone={done}
        />
      ) : null}
    </Card>
  )
}
