import type { CaseView } from '@shared/cases/schemas'
import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card'
import { useCall } from '@/lib/query'
import { texts } from '../texts'

/** The legal ways on that the parties were told of when nothing was agreed. */
export const WaysCard = ({ view }: { view: CaseView }) => {
  const failed = view.kind === 'dispute' && view.status === 'failed'
  const ways = useCall('ways.list', { params: { id: view.id } }, { enabled: failed, staleTime: 600_000 })
  if (!failed || !ways.data || ways.data.items.length === 0) return null
  return (
    <Card>
      <View className="w-head">
        <Text className="h-head">{texts.ways}</Text>
        <View>
          <Text className="h-note">{texts.waysNote}</Text>
        </View>
      </View>
      {ways.data.items.map(({ code, name, where, what, until, law }) => (
        <View key={code} className="w-question">
          <Text className="h-bold">{[name, where].filter(Boolean).join(' · ')}</Text>
          <Text>{what}</Text>
          <Text className="h-note">{[until, law].filter(Boolean).join(' · ')}</Text>
        </View>
      ))}
    </Card>
  )
}
