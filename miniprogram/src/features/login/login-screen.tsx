import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Button } from '@/components/button'
import { Page } from '@/components/page'
import { pressable } from '@/components/pressable'
import { Loading } from '@/components/states'
import { toast } from '@/components/toast'
import { wechatCode } from '@/lib/session'
import { ConsentSheet } from './consent-sheet'
import { DemoList } from './demo-list'
import { type DemoPerson, demoCode, demoPeople } from './double'
import { ScanCode } from './scan-code'
import { texts } from './texts'
import { useLeave, useLogin } from './use-login'

const Welcome = () => (
  <View className="h-state">
    <View className="h-seal" aria-hidden>
      <Text>商</Text>
    </View>
    <Text className="h-title">{texts.welcome}</Text>
    <Text className="h-soft">{texts.slogan}</Text>
  </View>
)

const InWechat = ({ start, busy }: Pick<ReturnType<typeof useLogin>, 'start' | 'busy'>) => (
  <>
    <Welcome />
    <Button busy={busy} onPress={() => start(wechatCode)}>
      {texts.wechat}
    </Button>
    <Text className="h-note">{texts.wechatNote}</Text>
  </>
)

const InBrowser = ({ start, onDone }: Pick<ReturnType<typeof useLogin>, 'start'> & { onDone: () => void }) => {
  const [people, setPeople] = useState<DemoPerson[] | null | undefined>(undefined)
  const [scanning, setScanning] = useState(false)
  useEffect(() => {
    void demoPeople().then(setPeople)
  }, [])
  if (people === undefined) return <Loading />
  if (people === null) {
    return (
      <>
        <Welcome />
        <ScanCode onDone={onDone} />
      </>
    )
  }
  return (
    <>
      {scanning ? <ScanCode onDone={onDone} /> : <DemoList people={people} onChoose={({ openid }) => start(() => demoCode(openid))} />}
      <View className="h-link" {...pressable(() => setScanning(!scanning))}>
        <Text>{scanning ? texts.useDemo : texts.useScan}</Text>
      </View>
    </>
  )
}

/** The way in: WeChat's own login, a demo person where there is the double, or a code to scan. */
export const LoginScreen = () => {
  const leave = useLeave()
  const { busy, terms, start, agree, refuse } = useLogin(leave)
  const disagree = () => {
    refuse()
    toast(texts.refused)
  }
  return (
    <Page title={texts.title} onBack={leave}>
      {process.env.TARO_ENV === 'weapp' ? <InWechat start={start} busy={busy} /> : <InBrowser start={start} onDone={leave} />}
      <ConsentSheet terms={terms} busy={busy} onAgree={agree} onRefuse={disagree} />
    </Page>
  )
}
