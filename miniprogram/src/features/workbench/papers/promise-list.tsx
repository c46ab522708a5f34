import type { PromiseInput } from '@shared/papers/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { pressable } from '@/components/pressable'
import { dayName } from '@/features/obligations/day-name'
import { yuanWords } from '@/lib/money'
import { dateOf } from '@/lib/time'
import { sumOf } from './instalments'
import type { Person } from './people'
import { PromiseSheet } from './promise-sheet'
import { texts } from './texts'

const whenWords = ({ dueOn, instalments }: PromiseInput): string => {
  const name = (day: string) => dayName(day, dateOf(Date.now()))
  const [first, last] = [instalments?.[0], instalments?.at(-1)]
  if (first && last) return texts.promiseParts(instalments?.length ?? 0, name(first.dueOn), name(last.dueOn))
  return dueOn ? texts.promiseDueLine(name(dueOn)) : ''
}

const Row = ({ promise, people, onOpen }: { promise: PromiseInput; people: readonly Person[]; onOpen: () => void }) => {
  const nameOf = (id: string) => people.find((each) => each.id === id)?.name ?? '?'
  const notes = [texts.promiseLine(nameOf(promise.fromPartyId), nameOf(promise.toPartyId)), whenWords(promise)]
  return (
    <View className="w-promise" {...pressable(onOpen)}>
      <View className="h-row spread top">
        <Text className="h-grow">{promise.what}</Text>
        {promise.amountCents ? <Text className="h-bold h-nowrap">{yuanWords(promise.amountCents)}</Text> : null}
      </View>
      <Text className="h-note">{notes.filter(Boolean).join(' · ')}</Text>
    </View>
  )
}

interface Props {
  promises: readonly PromiseInput[]
  people: readonly Person[]
  onChange: (promises: PromiseInput[]) => void
}

/** What is promised, with what it adds up to. */
export const PromiseList = ({ promises, people, onChange }: Props) => {
  const [open, setOpen] = useState<number | 'new' | null>(null)
  const sum = sumOf(promises)
  const put = (next: PromiseInput | null) => {
    const rest = promises.map((each, at) => (at === open ? next : each)).filter((each) => each !== null)
    onChange(open === 'new' && next ? [...promises, next] : rest)
    setOpen(null)
  }
  return (
    <Card>
      <View className="h-row spread">
        <Text className="h-head">{texts.promises}</Text>
        {sum > 0 ? (
          <View className="h-bold" role="status">
            <Text>{texts.promiseSum(yuanWords(sum))}</Text>
          </View>
        ) : null}
      </View>
      <Text className="h-note">{texts.promisesNote}</Text>
      {promises.map((promise, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a promise has no identity before it is signed
        <Row key={at} promise={promise} people={people} onOpen={() => setOpen(at)} />
      ))}
      <View className="w-after">
        <Button look="ghost" onPress={() => setOpen('new')}>
          {texts.promiseAdd}
        </Button>
      </View>
      {open === null ? null : (
        <PromiseSheet
          people={people}
          promise={open === 'new' ? null : (promises[open] ?? null)}
          onClose={() => setOpen(null)}
          onDone={put}
        />
      )}
    </Card>
  )
}
