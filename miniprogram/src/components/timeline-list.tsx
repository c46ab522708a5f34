import type { TimelineView } from '@shared/cases/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { timeWords } from '@/lib/time'
import { Card } from './card'
import { pressable } from './pressable'

const SHOWN = 3

/** Who did it and what; nobody is named twice, and the system has no name. */
const said = ({ by, text }: TimelineView): string => (by && by !== '系统' && !text.startsWith(by) ? `${by}：${text}` : text)

const Entry = ({ entry, past }: { entry: TimelineView; past: boolean }) => (
  <View className="h-dot">
    <View className={`h-dot-mark ${past ? 'past' : ''}`} />
    <View className="h-grow">
      <Text>{said(entry)}</Text>
      <View>
        <Text className="h-note">{timeWords(entry.at)}</Text>
      </View>
    </View>
  </View>
)

/** What has happened, newest first; the older part folds away. `entries` ascending, as the service gives them. */
export const TimelineList = ({ entries, title = '经过' }: { entries: readonly TimelineView[]; title?: string }) => {
  const [all, setAll] = useState(false)
  const newest = [...entries].reverse()
  const shown = all ? newest : newest.slice(0, SHOWN)
  return (
    <Card>
      <View className="h-head" style={{ marginBottom: '10px' }}>
        <Text>{title}</Text>
      </View>
      {shown.map((entry, index) => (
        <Entry key={`${entry.at}${entry.type}${entry.text}`} entry={entry} past={index > 0} />
      ))}
      {newest.length > SHOWN ? (
        <View className="h-link" {...pressable(() => setAll(!all))}>
          <Text>{all ? '收起' : `看之前的 ${newest.length - SHOWN} 条`}</Text>
        </View>
      ) : null}
    </Card>
  )
}
