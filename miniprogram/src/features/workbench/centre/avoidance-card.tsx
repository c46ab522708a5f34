import type { CaseView } from '@shared/cases/schemas'
import type { AvoidanceView } from '@shared/dispatch/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { useCall } from '@/lib/query'
import { DecideSheet } from './avoidance-sheets'
import { AvoidanceWords } from './avoidance-words'
import { texts } from './texts'

/** Requests for another mediator in one case; nothing when there never was one. */
export const AvoidanceCard = ({ view }: { view: CaseView }) => {
  const concerned = view.relation === 'owner' || view.relation === 'dispatcher'
  const list = useCall('avoidance.forCase', { params: { id: view.id } }, { enabled: concerned })
  const [deciding, setDeciding] = useState<AvoidanceView | null>(null)
  if (!list.data || list.data.items.length === 0) return null
  return (
    <Card>
      <View className="h-head w-head">
        <Text>{texts.avoidance}</Text>
      </View>
      {list.data.items.map((request) => (
        <View key={request.id} className="w-question">
          <AvoidanceWords request={request} title={texts.askedBy[request.by]} />
          {request.can.includes('decide') ? <Button onPress={() => setDeciding(request)}>{texts.decide}</Button> : null}
        </View>
      ))}
      {deciding ? <DecideSheet request={deciding} onClose={() => setDeciding(null)} /> : null}
    </Card>
  )
}
