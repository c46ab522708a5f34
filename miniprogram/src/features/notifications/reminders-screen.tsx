import { type NoticeSettings, TEMPLATES, type TemplateName } from '@shared/notifications/schemas'
import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Page } from '@/components/page'
import { EmptyState, ErrorState, Loading } from '@/components/states'
import { TimeField } from '@/components/time-field'
import { toast } from '@/components/toast'
import { Toggle } from '@/components/toggle'
import { hatsOf } from '@/lib/hats'
import { askLogin } from '@/lib/navigate'
import { invalidate, queryClient, useCall } from '@/lib/query'
import { call, type Output } from '@/lib/request'
import { useApp } from '@/lib/store'
import { askSubscriptions, prepareSubscriptions } from '@/lib/subscribe'
import { useAct } from '@/lib/use-act'
import { HomeCard } from './home-card'
import { texts } from './texts'

const USUAL = { quiet: { from: '22:00', to: '07:00' }, digestAt: '09:00' }

/** What the person wants is on the screen at once; it goes back when the service does not take it. */
const useSettings = (loaded: NoticeSettings) => {
  const [settings, set] = useState(loaded)
  const { act } = useAct()
  const change = (part: Partial<NoticeSettings>) => {
    const before = settings
    const next = { ...settings, ...part }
    set(next)
    void act(async () => {
      await call('noticeSettings.put', { body: next }).catch((error: unknown) => {
        set(before)
        throw error
      })
      queryClient.setQueryData(['noticeSettings.get', {}], next)
      toast(texts.saved)
    })
  }
  return { settings, change }
}

const When = ({ loaded, staff }: { loaded: NoticeSettings; staff: boolean }) => {
  const { settings, change } = useSettings(loaded)
  const { quiet, digestAt } = settings
  return (
    <>
      <Card>
        <Toggle
          title={texts.quietTitle}
          note={texts.quietNote}
          on={quiet !== null}
          onChange={(on) => change({ quiet: on ? USUAL.quiet : null })}
        />
        {quiet ? (
          <View className="h-row h-halves">
            <TimeField label={texts.from} value={quiet.from} onChange={(from) => change({ quiet: { ...quiet, from } })} />
            <TimeField label={texts.to} value={quiet.to} onChange={(to) => change({ quiet: { ...quiet, to } })} />
          </View>
        ) : null}
      </Card>
      {staff ? (
        <Card>
          <Toggle
            title={texts.digestTitle}
            note={texts.digestNote}
            on={digestAt !== null}
            onChange={(on) => change({ digestAt: on ? USUAL.digestAt : null })}
          />
          {digestAt ? <TimeField label={texts.digestAt} value={digestAt} onChange={(at) => change({ digestAt: at })} /> : null}
        </Card>
      ) : null}
    </>
  )
}

type Line = Output<'subscriptions.ledger'>['items'][number]

const leftWords = ({ left, last }: Line): string => {
  if (left === 0 && last === 'ban') return texts.ledgerOff
  return left === 0 && last === null ? texts.ledgerNever : texts.ledgerLeft(left)
}

/** WeChat takes three kinds at a time: those of which fewest are left. */
const wanted = (items: readonly Line[]): TemplateName[] =>
  [...items]
    .sort((a, b) => a.left - b.left)
    .slice(0, 3)
    .map(({ template }) => template)

const Ledger = ({ staff }: { staff: boolean }) => {
  const ledger = useCall('subscriptions.ledger', {})
  useEffect(prepareSubscriptions, [])
  if (ledger.isPending) return <Loading cards={1} />
  if (ledger.isError) return <ErrorState error={ledger.error} onRetry={() => void ledger.refetch()} />
  const items = ledger.data.items.filter(({ template }) => TEMPLATES.includes(template) && (staff || template !== 'newCase'))
  const more = async () => {
    await askSubscriptions(wanted(items))
    await invalidate('subscriptions.ledger')
  }
  return (
    <Card>
      <Text className="h-head h-block">{texts.ledgerTitle}</Text>
      <Text className="h-note h-block">{process.env.TARO_ENV === 'h5' ? texts.ledgerBrowser : texts.ledgerNote}</Text>
      {items.map((line) => (
        <View key={line.template} className="h-row spread wrap h-line">
          <Text className="h-grow">{texts.templates[line.template]}</Text>
          <Text className="h-note">{leftWords(line)}</Text>
        </View>
      ))}
      {process.env.TARO_ENV === 'weapp' ? <Button onPress={() => void more()}>{texts.ledgerMore}</Button> : null}
    </Card>
  )
}

/** How the person hears of things: when, how often, and of which place. */
export const RemindersScreen = () => {
  const { me, status } = useApp()
  const staff = hatsOf(me).some((hat) => hat !== 'resident')
  const settings = useCall('noticeSettings.get', {}, { enabled: status === 'in' })
  const body =
    status === 'out' ? (
      <EmptyState title={texts.loginTitle} note={texts.loginNote} action={texts.login} onAction={askLogin} />
    ) : settings.isError ? (
      <ErrorState error={settings.error} onRetry={() => void settings.refetch()} />
    ) : settings.data ? (
      <>
        <When loaded={settings.data} staff={staff} />
        <Ledger staff={staff} />
        <HomeCard />
      </>
    ) : (
      <Loading />
    )
  return <Page title={texts.settingsTitle}>{body}</Page>
}
