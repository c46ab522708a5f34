import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Pick } from '@/components/option'
import { ErrorState, Loading } from '@/components/states'
import { toast } from '@/components/toast'
import { back } from '@/lib/navigate'
import { invalidate, useCall } from '@/lib/query'
import type { Output } from '@/lib/request'
import { call } from '@/lib/request'
import { useApp } from '@/lib/store'
import { useAct } from '@/lib/use-act'
import { Stepper } from '../calendar/stepper'
import { texts } from './texts'

type Plan = Output<'followUpPlan.get'>
/** Days that people use; the contract allows any up to two years. */
const STEPS = [1, 2, 3, 5, 7, 10, 14, 15, 20, 30, 45, 60, 90, 120, 180, 270, 365, 540, 730]
const MOST = 6

const stepped = (days: number, by: -1 | 1): number => {
  const next = by > 0 ? STEPS.find((each) => each > days) : STEPS.filter((each) => each < days).at(-1)
  return next ?? days
}

const Editor = ({ plan }: { plan: Plan }) => {
  const [days, setDays] = useState(plan.days)
  const { busy, act } = useAct()
  const same = new Set(days).size < days.length
  const put = (at: number, value: number) => setDays(days.map((each, index) => (index === at ? value : each)))
  const save = () =>
    act(async () => {
      await call('followUpPlan.put', { body: { regionCode: plan.regionCode, days: [...days].sort((a, b) => a - b) } })
      await invalidate('followUpPlan.get')
      toast(texts.planSaved)
      back()
    })
  return (
    <>
      <Card>
        {days.map((value, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a follow-up in the plan is known by its place
          <View key={at} className="w-day-plan">
            <Stepper
              label={texts.planRound(at + 1)}
              value={texts.planDays(value)}
              onLess={() => put(at, stepped(value, -1))}
              onMore={() => put(at, stepped(value, 1))}
            />
            {days.length > 1 ? (
              <Button
                small
                look="text"
                label={`${texts.planRemove} ${texts.planDays(value)}`}
                onPress={() => setDays(days.filter((_, index) => index !== at))}
              >
                {texts.planRemove}
              </Button>
            ) : null}
          </View>
        ))}
        {days.length < MOST ? (
          <Button look="ghost" onPress={() => setDays([...days, stepped(days.at(-1) ?? 1, 1)])}>
            {texts.planAdd}
          </Button>
        ) : null}
      </Card>
      {same ? <Text className="h-error">{texts.planSame}</Text> : null}
      <Button busy={busy} disabled={same} onPress={() => void save()}>
        {texts.planSave}
      </Button>
    </>
  )
}

const Loaded = ({ regionCode }: { regionCode: string }) => {
  const plan = useCall('followUpPlan.get', { query: { regionCode } }, { staleTime: 600_000 })
  if (plan.isPending) return <Loading cards={1} />
  if (plan.isError) return <ErrorState error={plan.error} onRetry={() => void plan.refetch()} />
  return <Editor key={plan.data.days.join()} plan={plan.data} />
}

/** On which days after closing the centre of a region wants to have followed up. */
export const FollowUpPlanEditor = () => {
  const roles = useApp((state) => state.me)?.roles ?? []
  const regions = roles
    .filter(({ role }) => role === 'dispatcher')
    .map(({ regionCode, regionName }) => ({ code: regionCode, name: regionName }))
  const [chosen, choose] = useState(regions[0]?.code)
  return (
    <>
      <Text>{texts.planNote}</Text>
      {regions.length > 1 ? (
        <View className="h-picks" role="radiogroup" aria-label={texts.planRegion}>
          {regions.map(({ code, name }) => (
            <Pick key={code} title={name} on={code === chosen} onPress={() => choose(code)} />
          ))}
        </View>
      ) : null}
      {chosen ? <Loaded key={chosen} regionCode={chosen} /> : null}
    </>
  )
}
