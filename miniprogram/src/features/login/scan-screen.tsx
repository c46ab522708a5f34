import { Text } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Page } from '@/components/page'
import { EmptyState } from '@/components/states'
import { askLogin, openTab } from '@/lib/navigate'
import { call } from '@/lib/request'
import { useApp } from '@/lib/store'
import { useAct } from '@/lib/use-act'
import { texts } from './texts'

const home = () => openTab('home')

/** On the telephone that scanned: lets the browser in. The scene of the scanned code is the ticket. */
export const ScanScreen = () => {
  const ticket = decodeURIComponent(useRouter().params.scene ?? '')
  const { status, me } = useApp()
  const [done, setDone] = useState(false)
  const { busy, act } = useAct()
  const confirm = () =>
    act(async () => {
      await call('scanTickets.confirm', { params: { ticket } })
      setDone(true)
    })
  if (!ticket) return <Result title={texts.confirmBad} />
  if (done) return <Result title={texts.confirmed} note={texts.confirmedNote} />
  if (status === 'out') {
    return (
      <Page title={texts.title}>
        <EmptyState title={texts.confirmTitle} note={texts.confirmLogin} action={texts.wechat} onAction={askLogin} />
      </Page>
    )
  }
  const footer = (
    <>
      <Button look="ghost" onPress={home}>
        {texts.confirmNot}
      </Button>
      <Button busy={busy} onPress={() => void confirm()}>
        {texts.confirm}
      </Button>
    </>
  )
  return (
    <Page title={texts.title} footer={footer}>
      <Text className="h-title">{texts.confirmTitle}</Text>
      <Text className="h-soft">{texts.confirmNote}</Text>
      {me ? <Text className="h-head">{me.name}</Text> : null}
    </Page>
  )
}

const Result = ({ title, note = '' }: { title: string; note?: string }) => (
  <Page title={texts.title}>
    <EmptyState title={title} note={note} action={texts.goHome} onAction={home} />
  </Page>
)
