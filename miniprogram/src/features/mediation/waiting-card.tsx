import { type JoinWaiting, MODE_NAMES, type Mode, PARTS_OF_DAY, type WaitingView } from '@shared/mediation/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Entry } from '@/components/entry'
import { Pick } from '@/components/option'
import { Sheet } from '@/components/sheet'
import { toast } from '@/components/toast'
import { openCase } from '@/lib/navigate'
import { invalidate, useCall } from '@/lib/query'
import { call } from '@/lib/request'
import { askSubscriptions } from '@/lib/subscribe'
import { clockOf, timeWords } from '@/lib/time'
import { useAct } from '@/lib/use-act'
import { texts } from './texts'

type PartOfDay = NonNullable<JoinWaiting['partOfDay']>

const Waiting = ({ caseId, waiting }: { caseId: string; waiting: WaitingView }) => {
  const { busy, act } = useAct()
  const leave = () =>
    act(async () => {
      await call('waiting.leave', { params: { id: caseId } })
      toast(texts.waitLeft)
      await invalidate('waiting.get')
    })
  const { offer, position, mode, partOfDay } = waiting
  return (
    <Card tone="sky">
      <View className="h-col tight">
        {offer ? (
          <Entry title={texts.waitOffer(timeWords(offer.startsAt), clockOf(offer.until))} onPress={() => openCase(caseId)} />
        ) : (
          <Text className="h-bold">{position > 1 ? texts.waitPosition(position) : texts.waitFirst}</Text>
        )}
        <Text className="h-note">{texts.waitWish(MODE_NAMES[mode], texts.partsOfDay[partOfDay])}</Text>
        <Button look="text" busy={busy} onPress={() => void leave()}>
          {texts.waitLeave}
        </Button>
      </View>
    </Card>
  )
}

const JoinSheet = ({ caseId, mode, onClose }: { caseId: string; mode: Mode; onClose: () => void }) => {
  const [partOfDay, setPart] = useState<PartOfDay>('any')
  const { busy, act } = useAct()
  const join = () => {
    void askSubscriptions(['session'])
    void act(async (key) => {
      await call('waiting.join', { params: { id: caseId }, body: { mode, partOfDay }, key })
      onClose()
      toast(texts.waitJoined)
      await invalidate('waiting.get')
    })
  }
  return (
    <Sheet open title={texts.waitTitle} onClose={onClose}>
      <Text className="h-soft">{texts.waitNote}</Text>
      <View className="h-col" role="radiogroup">
        {PARTS_OF_DAY.map((part) => (
          <Pick key={part} title={texts.partsOfDay[part]} on={part === partOfDay} onPress={() => setPart(part)} />
        ))}
      </View>
      <Button busy={busy} onPress={join}>
        {texts.waitJoin}
      </Button>
    </Sheet>
  )
}

/** The queue for whoever finds no time that suits: joins it, tells where one stands, shows what fell free. */
export const WaitingCard = ({ caseId, mode, mayJoin }: { caseId: string; mode: Mode; mayJoin: boolean }) => {
  const [joining, setJoining] = useState(false)
  const query = useCall('waiting.get', { params: { id: caseId } })
  const [waiting] = query.data?.items ?? []
  if (waiting) return <Waiting caseId={caseId} waiting={waiting} />
  if (!query.data || !mayJoin) return null
  return (
    <Card>
      <Entry title={texts.waitTitle} note={texts.waitNote} onPress={() => setJoining(true)} />
      {joining ? <JoinSheet caseId={caseId} mode={mode} onClose={() => setJoining(false)} /> : null}
    </Card>
  )
}
