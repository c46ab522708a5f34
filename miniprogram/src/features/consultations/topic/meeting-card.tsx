import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { pressable } from '@/components/pressable'
import { Sheet } from '@/components/sheet'
import { call } from '@/lib/request'
import { fullTimeWords } from '@/lib/time'
import { texts } from '../texts'
import { type PartProps, useTopicAct } from '../use-topic'

const Line = ({ name, words }: { name: string; words: string }) => (
  <View className="c-line">
    <Text className="c-line-name">{name}</Text>
    <Text className="h-grow">{words}</Text>
  </View>
)

const LeaveSheet = ({ part, onClose }: { part: PartProps; onClose: () => void }) => {
  const { busy, run } = useTopicAct(part)
  const leave = () => run(() => call('consultations.leave', { params: { id: part.view.id } }), texts.leaveDone, onClose)
  return (
    <Sheet open title={texts.leaveTitle} onClose={onClose}>
      <Text>{texts.leaveNote}</Text>
      <View className="h-row h-stick">
        <Button look="text" onPress={onClose}>
          {texts.leaveBack}
        </Button>
        <Button look="danger" busy={busy} onPress={() => void leave()}>
          {texts.leaveSend}
        </Button>
      </View>
    </Sheet>
  )
}

/** When and where, how many seats, and the reader's own. */
export const MeetingCard = (part: PartProps) => {
  const [leaving, setLeaving] = useState(false)
  const { meeting, can } = part.view
  if (!meeting) return null
  const { mine } = meeting
  const over = part.view.state !== 'scheduled'
  return (
    <Card>
      <Text className="h-head h-block c-part">{texts.meetingTitle}</Text>
      <Line name={texts.when} words={`${fullTimeWords(meeting.at)}，${texts.lasts(meeting.minutes)}`} />
      <Line name={texts.where} words={meeting.place} />
      <Line
        name={texts.places}
        words={over ? texts.came(meeting.checkedIn) : texts.placesWords(meeting.taken, meeting.places, meeting.waiting)}
      />
      {mine && !over ? (
        <View className="h-row spread">
          <Text className="h-bold h-deep h-grow">
            {mine.checkedIn ? texts.seatCome : mine.state === 'in' ? texts.signedUp : texts.waitingNow(mine.position ?? 1)}
          </Text>
          {can.includes('leave') ? (
            <View className="h-link" {...pressable(() => setLeaving(true))}>
              <Text>{texts.leave}</Text>
            </View>
          ) : null}
        </View>
      ) : null}
      {leaving ? <LeaveSheet part={part} onClose={() => setLeaving(false)} /> : null}
    </Card>
  )
}
