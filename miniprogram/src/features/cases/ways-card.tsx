import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card'
import { useCall } from '@/lib/query'
import { texts } from './texts'

/** The legal ways on when no agreement was found: where, what, and by when. */
export const WaysCard = ({ id }: { id: string }) => {
  const ways = useCall('ways.list', { params: { id } }, { staleTime: 600_000 })
  const items = ways.data?.items ?? []
  if (items.length === 0) return null
  return (
    <Card>
      <Text className="h-head">{texts.waysTitle}</Text>
      {items.map(({ code, name, where, what, until, law }) => (
        <View key={code} className="h-line">
          <Text className="h-bold h-block">{name}</Text>
          <Text className="h-block h-soft">{what}</Text>
          {where ? <Text className="h-block">{texts.wayWhere(where)}</Text> : null}
          {until ? <Text className="h-block">{texts.wayUntil(until)}</Text> : null}
          {law ? <Text className="h-note h-block">{law}</Text> : null}
        </View>
      ))}
    </Card>
  )
}
