import type { AvoidanceView } from '@shared/dispatch/schemas'
import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Chip, type Tone } from '@/components/chip'
import { toast } from '@/components/toast'
import { ReasonSheet } from '@/features/cases/reason-sheet'
import { invalidate, useCall } from '@/lib/query'
import { call } from '@/lib/request'
import { timeWords } from '@/lib/time'
import { useAct } from '@/lib/use-act'
import { texts } from './texts'

const TONES: Record<AvoidanceView['state'], Tone> = { open: 'amber', granted: 'bamboo', refused: 'neutral' }

const Request = ({ request }: { request: AvoidanceView }) => {
  const { by, mediatorName, reason, askedAt, state, decision } = request
  return (
    <View className="h-line">
      <View className="h-row spread top">
        <Text className="h-grow">{`${texts.avoidanceBy[by]} · ${mediatorName}`}</Text>
        <Chip tone={TONES[state]}>{texts.avoidanceStates[state]}</Chip>
      </View>
      <Text className="h-block">{reason}</Text>
      {decision ? <Text className="h-bold h-block">{texts.decision(decision)}</Text> : null}
      <Text className="h-note">{timeWords(askedAt)}</Text>
    </View>
  )
}

/** What was asked for about the mediator, and what the centre has said. */
export const AvoidanceCard = ({ caseId }: { caseId: string }) => {
  const query = useCall('avoidance.forCase', { params: { id: caseId } })
  const items = query.data?.items ?? []
  if (items.length === 0) return null
  return (
    <Card>
      <Text className="h-head">{texts.otherMediatorTitle}</Text>
      {items.map((request) => (
        <Request key={request.id} request={request} />
      ))}
    </Card>
  )
}

/** Asks for another mediator; the centre decides. */
export const AskOtherSheet = ({ caseId, onClose }: { caseId: string; onClose: () => void }) => {
  const { busy, act } = useAct()
  const send = (reason: string) =>
    act(async (key) => {
      await call('avoidance.ask', { params: { id: caseId }, body: { reason }, key })
      onClose()
      toast(texts.otherMediatorDone)
      await invalidate('avoidance.forCase', 'cases.get')
    })
  return (
    <ReasonSheet
      open
      title={texts.otherMediatorTitle}
      note={texts.otherMediatorNote}
      reasons={texts.otherMediatorReasons}
      label={texts.otherMediatorLabel}
      button={texts.otherMediatorSend}
      busy={busy}
      required
      onClose={onClose}
      onSend={(reason) => void send(reason)}
    />
  )
}
