import type { CaseView } from '@shared/cases/schemas'
import type { FollowUpView } from '@shared/feedback/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { useCall } from '@/lib/query'
import { FollowUpSheet } from './follow-up-sheet'
import { FollowUpWords } from './follow-up-words'
import { texts } from './texts'

/** The planned calls and visits of one case. */
export const FollowUpsCard = ({ view }: { view: CaseView }) => {
  const list = useCall('followUps.forCase', { params: { id: view.id } })
  const [recording, setRecording] = useState<FollowUpView | null>(null)
  if (!list.data) return null
  return (
    <Card>
      <View className="w-head">
        <Text className="h-head">{texts.followUps}</Text>
        <View>
          <Text className="h-note">{texts.followUpsNote}</Text>
        </View>
      </View>
      {list.data.items.length === 0 ? <Text className="h-note">{texts.noFollowUps}</Text> : null}
      {list.data.items.map((followUp) => (
        <View key={followUp.id} className="w-question">
          <FollowUpWords followUp={followUp} title={texts.round(followUp.round)} />
          {followUp.can.includes('record') ? (
            <Button look="ghost" onPress={() => setRecording(followUp)}>
              {texts.doFollowUp}
            </Button>
          ) : null}
        </View>
      ))}
      {recording ? <FollowUpSheet followUp={recording} onClose={() => setRecording(null)} /> : null}
    </Card>
  )
}
