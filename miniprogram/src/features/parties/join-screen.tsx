import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { Page } from '@/components/page'
import { Sheet } from '@/components/sheet'
import { EmptyState } from '@/components/states'
import { toast } from '@/components/toast'
import { askLogin, openTab, replace } from '@/lib/navigate'
import { call } from '@/lib/request'
import { loadProfile } from '@/lib/session'
import { useApp } from '@/lib/store'
import { askSubscriptions } from '@/lib/subscribe'
import { useAct } from '@/lib/use-act'
import { isRoleCode } from './join-link'
import { PARTS, texts } from './texts'

const home = () => openTab('home')

const Enter = ({ onCode }: { onCode: (code: string) => void }) => {
  const [code, setCode] = useState('')
  const [error, setError] = useState('')
  const go = () => {
    const typed = code.trim()
    if (!typed) return setError(texts.enterMissing)
    if (!/^[A-Za-z0-9_ -]{8,40}$/.test(typed)) return setError(texts.enterBad)
    onCode(typed)
  }
  return (
    <Page title={texts.enterTitle} footer={<Button onPress={go}>{texts.go}</Button>}>
      <Text className="h-title">{texts.enterHead}</Text>
      <Text className="h-soft">{texts.enterNote}</Text>
      <Field
        label={texts.enterLabel}
        value={code}
        onChange={(words) => {
          setError('')
          setCode(words)
        }}
        placeholder={texts.enterPlaceholder}
        max={40}
        error={error}
      />
    </Page>
  )
}

const LoginFirst = ({ title }: { title: string }) => (
  <Page title={texts.joinTitle}>
    <EmptyState title={title} note={texts.loginFirst} action={texts.login} onAction={askLogin} />
  </Page>
)

const RoleInvitation = ({ code }: { code: string }) => {
  const { busy, act } = useAct()
  const accept = () =>
    act(async () => {
      await call('invitations.redeem', { body: { code } })
      await loadProfile()
      toast(texts.roleDone)
      home()
    })
  const footer = (
    <Button busy={busy} onPress={() => void accept()}>
      {texts.roleAccept}
    </Button>
  )
  return (
    <Page title={texts.joinTitle} footer={footer}>
      <Text className="h-title">{texts.roleTitle}</Text>
      <Text className="h-soft">{texts.roleNote}</Text>
      <Card>
        <Text>{`${texts.enterLabel} ${code}`}</Text>
      </Card>
    </Page>
  )
}

const useAnswer = (code: string) => {
  const { busy, act } = useAct()
  const [declined, setDeclined] = useState(false)
  const answer = (agree: boolean) => {
    if (agree) void askSubscriptions(['caseProgress', 'message', 'session'])
    void act(async () => {
      const { caseId } = await call('parties.answer', { body: { code: code.replace(/\s/g, ''), agree } })
      if (!agree || !caseId) return setDeclined(true)
      toast(texts.agreed)
      replace('case', { id: caseId })
    })
  }
  return { busy, declined, answer }
}

const PartyInvitation = ({ code, part }: { code: string; part: keyof typeof PARTS }) => {
  const { busy, declined, answer } = useAnswer(code)
  const [asking, setAsking] = useState(false)
  if (declined) {
    return (
      <Page title={texts.joinTitle}>
        <EmptyState title={texts.declined} action={texts.goHome} onAction={home} />
      </Page>
    )
  }
  const footer = (
    <>
      <Button look="ghost" onPress={() => setAsking(true)}>
        {texts.decline}
      </Button>
      <Button busy={busy} onPress={() => answer(true)}>
        {texts.agree}
      </Button>
    </>
  )
  return (
    <Page title={texts.joinTitle} footer={footer}>
      <Text className="h-title">{PARTS[part].joinTitle}</Text>
      {PARTS[part].joinNotes.map((note) => (
        <View className="h-dot" key={note}>
          <View className="h-dot-mark" />
          <Text className="h-grow">{note}</Text>
        </View>
      ))}
      <Sheet open={asking} title={texts.declineTitle} onClose={() => setAsking(false)}>
        <Text>{texts.declineNote}</Text>
        <Button look="danger" busy={busy} onPress={() => answer(false)}>
          {texts.decline}
        </Button>
      </Sheet>
    </Page>
  )
}

/** What somebody is invited to, in plain words, and their answer: to a case by a party, to a role by an administrator. */
export const JoinScreen = () => {
  const { code: given = '', part: asked = '' } = useRouter().params
  const [code, setCode] = useState(given)
  const status = useApp((state) => state.status)
  const part = asked === 'helper' || asked === 'representative' ? asked : 'respondent'
  if (!code) return <Enter onCode={setCode} />
  const role = isRoleCode(code)
  if (status === 'out') return <LoginFirst title={role ? texts.roleTitle : PARTS[part].joinTitle} />
  return role ? <RoleInvitation code={code} /> : <PartyInvitation code={code} part={part} />
}
