import { LEVEL_NAMES } from '@shared/feedback/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '@/components/card'
import { pressable } from '@/components/pressable'
import { Table } from '@/components/table'
import { LEVELS, type Level } from '@/features/feedback/face'
import { dayWords } from '@/lib/time'
import { texts } from '../texts'
import type { PartProps } from '../use-topic'

interface Row {
  level: Level
  name: string
  count: number
}

/** Counts come from 5 down to 1. */
export const rowsOf = (counts: readonly number[]): Row[] =>
  LEVELS.map((level, at) => ({ level, name: LEVEL_NAMES[level], count: counts[at] ?? 0 }))

const Bars = ({ rows }: { rows: readonly Row[] }) => {
  const most = Math.max(1, ...rows.map(({ count }) => count))
  return (
    <View aria-hidden>
      {rows.map(({ level, name, count }) => (
        <View key={level} className="c-judge">
          <Text className="c-judge-name">{name}</Text>
          <View className="c-judge-track">
            <View className="c-judge-fill" style={{ width: `${Math.round((100 * count) / most)}%` }} />
          </View>
          <Text className="c-judge-count">{count}</Text>
        </View>
      ))}
    </View>
  )
}

const Numbers = ({ rows }: { rows: readonly Row[] }) => {
  const [table, setTable] = useState(false)
  return (
    <>
      {table ? (
        <Table
          label={texts.judgeTitle}
          head={[texts.judgeLevel, texts.judgeCount]}
          rows={rows.map(({ name, count }) => [name, String(count)])}
        />
      ) : (
        <Bars rows={rows} />
      )}
      <View className="h-link" {...pressable(() => setTable(!table))}>
        <Text>{table ? texts.asBars : texts.asTable}</Text>
      </View>
    </>
  )
}

const isLevel = (score: number): score is Level => LEVELS.some((level) => level === score)

/** How those who took part judge the result. */
export const JudgementCard = ({ view }: Pick<PartProps, 'view'>) => {
  const { judgement } = view
  if (!judgement) return null
  const { counts, people, until, mine } = judgement
  const note = [
    people === null ? '' : texts.judgePeople(people),
    until && view.state === 'reported' ? texts.judgeUntil(dayWords(until)) : '',
  ]
  return (
    <Card>
      <View className="h-row spread">
        <Text className="h-head">{texts.judgeTitle}</Text>
        <Text className="h-note">{note.filter(Boolean).join(' · ')}</Text>
      </View>
      {counts ? <Numbers rows={rowsOf(counts)} /> : <Text className="h-block">{texts.judgeFew}</Text>}
      {mine && isLevel(mine.score) ? <Text className="h-deep h-block">{texts.judgeMine(LEVEL_NAMES[mine.score])}</Text> : null}
    </Card>
  )
}
