import type { CaseView } from '@shared/cases/schemas'
import type { Mode } from '@shared/mediation/schemas'
import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { toast } from '@/components/toast'
import { invalidate, useCall } from '@/lib/query'
import { call } from '@/lib/request'
import { fullTimeWords, timeWords } from '@/lib/time'
import { useAct } from '@/lib/use-act'
import { texts } from '../texts'

/** Puts the case on the waiting list, when no time suits. */
export const JoinWaiting = ({ caseId, mode, onDone }: { caseId: string; mode: Mode; onDone: () => void }) => {
  const { busy, act } = useAct()
  const join = () =>
    act(async (key) => {
      await call('waiting.join', { params: { id: caseId }, body: { mode }, key })
      toast(texts.waitingJoined)
      await invalidate('waiting.get')
      onDone()
    })
  return (
    <Button look="ghost" busy={busy} onPress={() => void join()}>
      {texts.waitingJoin}
    </Button>
  )
}

/** Whether the case waits for a time to fall free, and what it has been offered. */
export const WaitingLine = ({ view }: { view: CaseView }) => {
  const waiting = useCall('waiting.get', { params: { id: view.id } }, { enabled: view.can.includes('book') || view.booking !== null })
  const { busy, act } = useAct()
  const item = waiting.data?.items[0]
  if (!item) return null
  const leave = () =>
    act(async () => {
      await call('waiting.leave', { params: { id: view.id } })
      toast(texts.waitingLeft)
      await invalidate('waiting.get')
    })
  return (
    <View className="h-row spread wrap">
      <Text className="h-grow">
        {item.offer
          ? texts.waitingOffer(fullTimeWords(item.offer.startsAt), timeWords(item.offer.until))
          : texts.waiting(item.position, timeWords(item.since))}
      </Text>
      <Button small look="ghost" busy={busy} onPress={() => void leave()}>
        {texts.waitingLeave}
      </Button>
    </View>
  )
}
