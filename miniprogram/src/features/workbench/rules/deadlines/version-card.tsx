import type { DeadlineRulesView } from '@shared/deadlines/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Sheet } from '@/components/sheet'
import { toast } from '@/components/toast'
import { Toggle } from '@/components/toggle'
import { invalidate } from '@/lib/query'
import { call } from '@/lib/request'
import { toastAnd, useAct } from '@/lib/use-act'
import { texts as shared } from '../texts'
import { VersionHead } from '../version-head'
import { type Effect, EffectResult } from './effect-result'
import { LimitLines } from './limit-lines'
import { matrixOf } from './matrix'
import { texts } from './texts'

const reload = () => invalidate('deadlineRules.list')

const ActivateSheet = ({ id, effect, onClose }: { id: string; effect: Effect | null; onClose: () => void }) => {
  const [touchOpen, setTouchOpen] = useState(false)
  const { busy, act } = useAct()
  const activate = () =>
    act(async () => {
      const { touching } = await call('deadlineRules.activate', { params: { id }, body: { touchOpen } })
      toast(touching ? texts.touching : shared.activated)
      onClose()
      await reload()
    }, toastAnd(reload))
  return (
    <Sheet open title={texts.activateTitle} onClose={onClose}>
      <Text>{texts.activateNote}</Text>
      <Toggle title={texts.touchOpen} note={texts.touchOpenNote} on={touchOpen} onChange={setTouchOpen} />
      {effect ? null : <Text className="h-bold">{texts.notSeen}</Text>}
      {effect && touchOpen && effect.overdueAtOnce > 0 ? (
        <Text className="h-late h-bold">{texts.overdueAtOnce(effect.overdueAtOnce)}</Text>
      ) : null}
      <Button busy={busy} onPress={() => void activate()}>
        {shared.confirm}
      </Button>
    </Sheet>
  )
}

/** What a version of the rules says. */
export const DeadlineWords = ({ version }: { version: DeadlineRulesView }) => (
  <View className="w-after">
    <LimitLines matrix={matrixOf(version)} />
    <Text className="h-note h-block w-after">
      {texts.officeWords(version.officeHours.map(({ from, to }) => `${from}–${to}`).join('、'))}
    </Text>
    <Text className="h-note h-block">{texts.summary(texts.share(version.yellowShare), version.escalateHours)}</Text>
  </View>
)

/** A version that is not in force: what it says, what it would do, and putting it into force. */
export const VersionCard = ({ version, onChange }: { version: DeadlineRulesView; onChange: (() => void) | undefined }) => {
  const [effect, setEffect] = useState<Effect | null>(null)
  const [activating, setActivating] = useState(false)
  const { busy, act } = useAct()
  const look = () => act(async () => setEffect(await call('deadlineRules.effect', { params: { id: version.id } })))
  return (
    <Card>
      <VersionHead {...version} />
      <DeadlineWords version={version} />
      <View className="h-col tight w-after">
        {effect ? <EffectResult effect={effect} /> : null}
        <Button look={effect ? 'ghost' : 'primary'} busy={busy} onPress={() => void look()}>
          {effect ? texts.effectAgain : texts.effect}
        </Button>
        {onChange ? (
          <View className="h-row w-quick w-flat">
            <Button look="ghost" onPress={onChange}>
              {shared.changeFrom}
            </Button>
            <Button look={effect ? 'primary' : 'ghost'} onPress={() => setActivating(true)}>
              {shared.activate}
            </Button>
          </View>
        ) : null}
      </View>
      {activating ? <ActivateSheet id={version.id} effect={effect} onClose={() => setActivating(false)} /> : null}
    </Card>
  )
}
