import type { DeliveryView } from '@shared/notifications/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { PagedList } from '@/components/paged-list'
import { Sheet } from '@/components/sheet'
import { EmptyState } from '@/components/states'
import { Tabs } from '@/components/tabs'
import { toast } from '@/components/toast'
import { invalidate, useCall, usePages } from '@/lib/query'
import { call } from '@/lib/request'
import { timeWords } from '@/lib/time'
import { toastAnd, useAct } from '@/lib/use-act'
import { texts } from './texts'

const STATES = ['dead', 'unknown', 'refused'] as const
type State = (typeof STATES)[number]
const COUNTED = ['waiting', 'sending', 'refused', 'unknown', 'dead'] as const
const EVERY = 15_000
const reload = () => invalidate('deliveries.list', 'deliveries.count')

const Counts = () => {
  const counts = useCall('deliveries.count', {}, { refetchInterval: EVERY })
  if (!counts.data) return null
  const { data } = counts
  return (
    <View className="r-numbers" role="status">
      {COUNTED.map((state) => (
        <View key={state} className={`r-figure ${state === 'dead' && data.dead > 0 ? 'late' : ''}`}>
          <Text className="h-block">{texts.counts[state]}</Text>
          <Text className="r-number">{String(data[state])}</Text>
        </View>
      ))}
    </View>
  )
}

const useResend = (delivery: DeliveryView, onDone?: () => void) => {
  const { busy, act } = useAct()
  const resend = (mayArriveTwice: boolean) =>
    act(async () => {
      await call('deliveries.resend', { params: { id: delivery.id }, body: { mayArriveTwice } })
      toast(texts.resent)
      onDone?.()
      await reload()
    }, toastAnd(reload))
  return { busy, resend }
}

const TwiceSheet = ({ delivery, onClose }: { delivery: DeliveryView; onClose: () => void }) => {
  const { busy, resend } = useResend(delivery, onClose)
  return (
    <Sheet open title={texts.twiceTitle} onClose={onClose}>
      <Text>{texts.twiceNote}</Text>
      <Button look="danger" busy={busy} onPress={() => void resend(true)}>
        {texts.twice}
      </Button>
    </Sheet>
  )
}

const Delivery = ({ delivery, onAsk }: { delivery: DeliveryView; onAsk: () => void }) => {
  const { template, at, tries, errcode, reason, state, can } = delivery
  const { busy, resend } = useResend(delivery)
  const press = () => (state === 'unknown' ? onAsk() : void resend(false))
  return (
    <Card>
      <View className="h-row spread">
        <View className="h-grow">
          <Text className="h-bold h-block">{texts.templates[template]}</Text>
          <Text className="h-note h-block">
            {[timeWords(at), texts.tries(tries), errcode === null ? '' : texts.code(errcode)].filter(Boolean).join(' · ')}
          </Text>
          {reason && errcode === null ? <Text className="h-note h-block">{texts.reasons[reason] ?? reason}</Text> : null}
        </View>
        {can.includes('resend') ? (
          <Button small look="ghost" busy={busy} label={`${texts.resend} ${timeWords(at)}`} onPress={press}>
            {texts.resend}
          </Button>
        ) : null}
      </View>
    </Card>
  )
}

/** WeChat messages that did not arrive, or of which nobody knows; sending them once more. */
export const DeliveriesPart = () => {
  const [state, setState] = useState<State>('dead')
  const [asking, setAsking] = useState<DeliveryView | null>(null)
  const pages = usePages('deliveries.list', { query: { state } })
  return (
    <View className="h-col">
      <Text>{texts.deliveriesNote}</Text>
      <Counts />
      <Tabs items={STATES.map((key) => ({ key, name: texts.tabs[key] }))} active={state} onChange={setState} />
      <Text className="h-note">{texts.tabNotes[state]}</Text>
      <PagedList pages={pages} count={pages.items.length} empty={<EmptyState title={texts.none} />}>
        {pages.items.map((delivery) => (
          <Delivery key={delivery.id} delivery={delivery} onAsk={() => setAsking(delivery)} />
        ))}
      </PagedList>
      {asking ? <TwiceSheet delivery={asking} onClose={() => setAsking(null)} /> : null}
    </View>
  )
}
