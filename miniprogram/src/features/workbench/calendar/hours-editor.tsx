import type { WorkingPlan } from '@shared/mediation/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { toast } from '@/components/toast'
import { back } from '@/lib/navigate'
import { invalidate } from '@/lib/query'
import { call } from '@/lib/request'
import { useAct } from '@/lib/use-act'
import { useKept } from '@/lib/use-kept'
import { texts } from '../texts'
import { DaysOff } from './days-off'
import { Exceptions } from './exceptions'
import { Lengths } from './lengths'
import { SpanSheet } from './span-sheet'

type Span = WorkingPlan['hours'][number]

const sorted = (hours: readonly Span[]): Span[] => [...hours].sort((a, b) => a.weekday - b.weekday || (a.from < b.from ? -1 : 1))

interface DayProps {
  name: string
  spans: readonly Span[]
  onEdit: (span: Span) => void
  onAdd: () => void
}

const Day = ({ name, spans, onEdit, onAdd }: DayProps) => (
  <View className="h-row w-day">
    <Text className="w-weekday h-bold">{name}</Text>
    <View className="h-row wrap h-grow w-counts">
      {spans.length === 0 ? <Text className="h-note">{texts.off}</Text> : null}
      {spans.map((span) => (
        <Button key={span.from} small look="ghost" label={`${name} ${span.from}–${span.to}`} onPress={() => onEdit(span)}>
          {`${span.from}–${span.to}`}
        </Button>
      ))}
    </View>
    <Button small look="text" label={`${name} ${texts.addSpan}`} onPress={onAdd}>
      {texts.add}
    </Button>
  </View>
)

const usePlan = (loaded: WorkingPlan) => {
  const [kept, keep] = useKept<WorkingPlan>('hoursDraft')
  const plan = kept ?? loaded
  const { busy, act } = useAct()
  const change = (part: Partial<WorkingPlan>) => keep({ ...plan, ...part })
  const put = (old: Span | null, next: Span | null) =>
    change({ hours: sorted([...plan.hours.filter((span) => span !== old), ...(next ? [next] : [])]) })
  const save = () =>
    act(async () => {
      await call('workingPlan.put', { body: plan })
      keep(undefined)
      await invalidate('workingPlan.get', 'slots.list')
      toast(texts.saved)
      back()
    })
  return { plan, change, put, save, busy, drop: kept ? () => keep(undefined) : undefined }
}

/** Whether a day has hours of its own: then it is no day off. */
const isWorked = (exceptions: WorkingPlan['exceptions'], day: string): boolean =>
  exceptions.some(({ date, hours }) => date === day && hours.length > 0)

/** The week in which residents can book. */
export const HoursEditor = ({ plan: loaded }: { plan: WorkingPlan }) => {
  const { plan, change, put, save, busy, drop } = usePlan(loaded)
  const [editing, setEditing] = useState<{ weekday: number; old: Span | null } | null>(null)
  return (
    <>
      <Card>
        <Text className="h-note">{texts.hoursNote}</Text>
        {texts.weekdays.map((name, index) => (
          <Day
            key={name}
            name={name}
            spans={plan.hours.filter(({ weekday }) => weekday === index + 1)}
            onEdit={(span) => setEditing({ weekday: index + 1, old: span })}
            onAdd={() => setEditing({ weekday: index + 1, old: null })}
          />
        ))}
      </Card>
      <Lengths plan={plan} onChange={change} />
      <Exceptions
        days={plan.exceptions ?? []}
        onChange={(exceptions) => change({ exceptions, daysOff: plan.daysOff.filter((day) => !isWorked(exceptions, day)) })}
      />
      <DaysOff
        days={plan.daysOff}
        onChange={(daysOff) => change({ daysOff, exceptions: (plan.exceptions ?? []).filter(({ date }) => !daysOff.includes(date)) })}
      />
      {drop ? <Text className="h-note">{texts.unsaved}</Text> : null}
      <Button busy={busy} onPress={save}>
        {texts.save}
      </Button>
      {drop ? (
        <Button look="text" onPress={drop}>
          {texts.drop}
        </Button>
      ) : null}
      {editing ? (
        <SpanSheet
          title={texts.weekdays[editing.weekday - 1] ?? ''}
          weekday={editing.weekday}
          old={editing.old}
          others={plan.hours.filter((span) => span.weekday === editing.weekday && span !== editing.old)}
          onClose={() => setEditing(null)}
          onDone={(next) => {
            put(editing.old, next)
            setEditing(null)
          }}
        />
      ) : null}
    </>
  )
}
