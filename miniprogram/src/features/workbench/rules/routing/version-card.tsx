import type { RoutingTrial, RoutingView } from '@shared/dispatch/routing'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Sheet } from '@/components/sheet'
import { toast } from '@/components/toast'
import { invalidate } from '@/lib/query'
import { call } from '@/lib/request'
import { toastAnd, useAct } from '@/lib/use-act'
import { texts as shared } from '../texts'
import { VersionHead } from '../version-head'
import { RuleList } from './rule-list'
import { texts } from './texts'
import { TrialResult } from './trial-card'
import { useNames } from './use-names'

const reload = () => invalidate('routing.list')

const ActivateSheet = ({ id, trial, onClose }: { id: string; trial: RoutingTrial | null; onClose: () => void }) => {
  const { busy, act } = useAct()
  const activate = () =>
    act(async () => {
      await call('routing.activate', { params: { id } })
      toast(shared.activated)
      onClose()
      await reload()
    }, toastAnd(reload))
  return (
    <Sheet open title={texts.activateTitle} onClose={onClose}>
      <Text>{texts.activateNote}</Text>
      <Text className="h-bold">{trial ? texts.trial(trial.tried, trial.changed) : texts.notTried}</Text>
      <Button busy={busy} onPress={() => void activate()}>
        {shared.confirm}
      </Button>
    </Sheet>
  )
}

/** What a version of rules says. */
export const RoutingWords = ({ version, regionCode }: { version: RoutingView; regionCode: string }) => {
  const names = useNames(regionCode, version.rules)
  return (
    <View className="w-after">
      {version.rules.length === 0 ? <Text className="h-block">{texts.noRules}</Text> : <RuleList rules={version.rules} names={names} />}
      <Text className="h-note h-block w-after">{texts.silenceWords(version.silenceHours, version.silenceHoursHighRisk)}</Text>
    </View>
  )
}

/** A version that is not in force: what it says, what it would have changed, and putting it into force. */
export const VersionCard = ({ version, onChange }: { version: RoutingView; onChange: () => void }) => {
  const [trial, setTrial] = useState<RoutingTrial | null>(null)
  const [activating, setActivating] = useState(false)
  const { busy, act } = useAct()
  const tryOut = () => act(async () => setTrial(await call('routing.tryOut', { params: { id: version.id }, body: {} })))
  return (
    <Card>
      <VersionHead {...version} />
      <RoutingWords version={version} regionCode={version.regionCode} />
      <View className="h-col tight w-after">
        {trial ? <TrialResult trial={trial} /> : null}
        <Button look={trial ? 'ghost' : 'primary'} busy={busy} onPress={() => void tryOut()}>
          {trial ? texts.tryAgain : texts.tryOut}
        </Button>
        <View className="h-row w-quick w-flat">
          <Button look="ghost" onPress={onChange}>
            {shared.changeFrom}
          </Button>
          <Button look={trial ? 'primary' : 'ghost'} onPress={() => setActivating(true)}>
            {shared.activate}
          </Button>
        </View>
      </View>
      {activating ? <ActivateSheet id={version.id} trial={trial} onClose={() => setActivating(false)} /> : null}
    </Card>
  )
}
