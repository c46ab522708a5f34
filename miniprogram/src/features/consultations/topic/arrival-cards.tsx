import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { toast } from '@/components/toast'
import { wordsOf } from '@/lib/problem'
import { call } from '@/lib/request'
import { useAct } from '@/lib/use-act'
import { checkInFrom } from '../links'
import { phaseOf } from '../steps'
import { texts } from '../texts'
import { type PartProps, useTopicAct } from '../use-topic'

/** A seat was kept for whoever holds the link: one press takes it. */
export const InvitedCard = ({ part, code }: { part: PartProps; code: string }) => {
  const { busy, run } = useTopicAct(part)
  const { view } = part
  if (!view.meeting || view.state !== 'scheduled' || view.meeting.mine?.state === 'in') return null
  const take = () => run(() => call('consultations.signUp', { params: { id: view.id }, body: { code } }), texts.invitedTaken)
  return (
    <Card tone="amber">
      <View className="h-col">
        <Text className="h-head">{texts.invitedTitle}</Text>
        <Text>{texts.invitedNote}</Text>
        <Button busy={busy} onPress={() => void take()}>
          {texts.invitedTake}
        </Button>
      </View>
    </Card>
  )
}

/** Who scanned the code on the wall has said enough: it signs in by itself, and says how it went. */
export const CheckInCard = ({ part, code }: { part: PartProps; code: string }) => {
  const { view, show } = part
  const [failed, setFailed] = useState('')
  const { act } = useAct()
  const arrived = view.meeting?.mine?.checkedIn ?? false
  const checkIn = () => {
    setFailed('')
    return act(
      async () => show(await call('consultations.checkIn', { params: { id: view.id }, body: { code } })),
      (error) => setFailed(wordsOf(error)),
    )
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each code that was scanned
  useEffect(() => {
    if (!arrived) void checkIn()
  }, [code])
  if (arrived) {
    return (
      <Card tone="bamboo">
        <Text className="h-title">{texts.checkInDone}</Text>
      </Card>
    )
  }
  if (!failed) {
    return (
      <Card tone="soft">
        <Text className="h-head">{texts.checkInBusy}</Text>
      </Card>
    )
  }
  return (
    <Card tone="amber">
      <View className="h-col">
        <Text className="h-head">{texts.checkInFailed}</Text>
        <Text>{`${failed}。${texts.checkInHelp}`}</Text>
        <Button look="ghost" onPress={() => void checkIn()}>
          {texts.checkInRetry}
        </Button>
      </View>
    </Card>
  )
}

const THREE_HOURS = 3 * 3_600_000

const isNear = ({ meeting }: PartProps['view'], now: number): boolean =>
  meeting !== null && (phaseOf(meeting, now) === 'during' || Math.abs(Date.parse(meeting.at) - now) < THREE_HOURS)

/** In WeChat the code on the wall can be scanned from here as well, around the time of the meeting. */
export const ScanButton = ({ view, onCode }: Pick<PartProps, 'view'> & { onCode: (code: string) => void }) => {
  if (process.env.TARO_ENV !== 'weapp') return null
  const mine = view.meeting?.mine
  if (!mine || mine.checkedIn || !isNear(view, Date.now())) return null
  const scan = async () => {
    const scanned = await Taro.scanCode({}).catch(() => null)
    if (!scanned) return
    const code = checkInFrom(scanned.path || scanned.result, view.id)
    if (code) onCode(code)
    else toast(texts.checkInWrong)
  }
  return (
    <Button look="ghost" onPress={() => void scan()}>
      {texts.checkInScan}
    </Button>
  )
}
