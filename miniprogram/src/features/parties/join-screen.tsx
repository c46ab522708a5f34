import { Text } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Page } from '@/components/page'
import { EmptyState } from '@/components/states'
import { askLogin } from '@/lib/navigate'
import { useApp } from '@/lib/store'
import { codeFrom, isRoleCode } from './join-link'
import { PartyInvitation } from './join-party'
import { RoleInvitation } from './join-role'
import { texts } from './texts'

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

const LoginFirst = () => (
  <Page title={texts.joinTitle}>
    <EmptyState title={texts.roleTitle} note={texts.loginFirst} action={texts.login} onAction={askLogin} />
  </Page>
)

/** What somebody is invited to, in plain words, and their answer: to a case by a party, to a role by an administrator. */
export const JoinScreen = () => {
  const [code, setCode] = useState(codeFrom(useRouter().params))
  const status = useApp((state) => state.status)
  if (!code) return <Enter onCode={setCode} />
  if (!isRoleCode(code)) return <PartyInvitation code={code.replace(/\s/g, '')} onOther={() => setCode('')} />
  return status === 'out' ? <LoginFirst /> : <RoleInvitation code={code} onOther={() => setCode('')} />
}
