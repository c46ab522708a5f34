import type { Me } from '@shared/identity/schemas'
import { ROLE_NAMES } from '@shared/identity/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Avatar } from '@/components/avatar'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Entry } from '@/components/entry'
import { Option } from '@/components/option'
import { Sheet } from '@/components/sheet'
import { EmptyState } from '@/components/states'
import { Toggle } from '@/components/toggle'
import { RootPage } from '@/features/workbench/wide/root-page'
import { HAT_NAMES, hatsOf } from '@/lib/hats'
import { askLogin, open, openTab } from '@/lib/navigate'
import { logOut } from '@/lib/session'
import { remember, useApp } from '@/lib/store'
import { useAct } from '@/lib/use-act'
import { NameSheet } from './name-sheet'
import { PhoneSheet } from './phone-sheet'
import { scan } from './scan'
import { texts } from './texts'
import { useCare } from './use-care'

type Opened = 'name' | 'phone' | 'logout'

const Person = ({ me, onOpen }: { me: Me; onOpen: (what: Opened) => void }) => {
  const roles = me.roles.filter(({ role }) => role !== 'resident')
  return (
    <Card>
      <View className="h-row">
        <Avatar name={me.name} />
        <Text className="h-head h-grow">{me.name}</Text>
      </View>
      {roles.map(({ role, regionName, organisationName }) => (
        <Text className="h-note h-block" key={`${role}${regionName}`}>
          {[ROLE_NAMES[role], organisationName, regionName].filter(Boolean).join(' · ')}
        </Text>
      ))}
      <Entry title={texts.rename} note={texts.nameNote} onPress={() => onOpen('name')} />
      <Entry title={texts.phone} note={me.phoneMasked ?? texts.phoneNone} onPress={() => onOpen('phone')} />
    </Card>
  )
}

/** The role in which one uses the app; only for who has more than one. */
const Hats = ({ me }: { me: Me }) => {
  const hat = useApp((state) => state.hat)
  const hats = hatsOf(me)
  if (hats.length < 2) return null
  return (
    <Card>
      <View className="h-col tight" role="radiogroup">
        <Text className="h-head">{texts.hats}</Text>
        <Text className="h-note">{texts.hatsNote}</Text>
        {hats.map((each) => (
          <Option key={each} title={HAT_NAMES[each]} on={each === hat} onPress={() => remember({ hat: each })} />
        ))}
      </View>
    </Card>
  )
}

const LogoutSheet = ({ open: shown, onClose }: { open: boolean; onClose: () => void }) => {
  const { busy, act } = useAct()
  const leave = () =>
    act(async () => {
      await logOut()
      onClose()
      openTab('home')
    })
  return (
    <Sheet open={shown} title={texts.logoutTitle} onClose={onClose}>
      <Text>{texts.logoutNote}</Text>
      <Button busy={busy} onPress={() => void leave()}>
        {texts.logout}
      </Button>
      <Button look="ghost" onPress={onClose}>
        {texts.stay}
      </Button>
    </Sheet>
  )
}

/** The person: name, telephone, care mode, role, data. */
export const MeScreen = () => {
  const { me, status } = useApp()
  const [care, setCare] = useCare()
  const [opened, setOpened] = useState<Opened | null>(null)
  const close = () => setOpened(null)
  return (
    <RootPage title={texts.title} active="me">
      {me ? <Person me={me} onOpen={setOpened} /> : null}
      {status === 'out' ? <EmptyState title={texts.loginTitle} note={texts.loginNote} action={texts.login} onAction={askLogin} /> : null}
      <Card>
        <Toggle title={texts.care} note={texts.careNote} on={care} onChange={setCare} />
      </Card>
      {me ? <Hats me={me} /> : null}
      <Card>
        <Entry title={texts.join} note={texts.joinNote} onPress={() => open('join')} />
        {process.env.TARO_ENV === 'weapp' ? <Entry title={texts.scan} onPress={() => void scan()} /> : null}
        {me ? <Entry title={texts.reminders} note={texts.remindersNote} onPress={() => open('reminders')} /> : null}
        <Entry title={texts.data} note={texts.dataNote} onPress={() => open('data')} />
      </Card>
      {me ? (
        <Button look="text" onPress={() => setOpened('logout')}>
          {texts.logout}
        </Button>
      ) : null}
      <NameSheet open={opened === 'name'} onClose={close} />
      <PhoneSheet open={opened === 'phone'} onClose={close} />
      <LogoutSheet open={opened === 'logout'} onClose={close} />
    </RootPage>
  )
}
