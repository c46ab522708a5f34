import { Button as NativeButton, Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Sheet } from '@/components/sheet'
import { toast } from '@/components/toast'
import { call, type Output } from '@/lib/request'
import { fullTimeWords } from '@/lib/time'
import { useAct } from '@/lib/use-act'
import { joinAddress } from './join-link'
import { PARTS, texts } from './texts'

interface Props {
  caseId: string
  /** Whom to invite; null: closed. */
  part: 'respondent' | 'helper' | null
  onClose: () => void
  /** The code just made, for the card that WeChat shares. */
  onCode: (code: string, part: string) => void
}

const copy = (words: string): void => {
  void Taro.setClipboardData({ data: words }).then(() => toast(texts.copied))
}

const Made = ({ invitation }: { invitation: Output<'parties.invite'> }) => {
  const { code, part, expiresAt } = invitation
  const address = joinAddress(code, part)
  return (
    <>
      <View className="h-code" aria-label={texts.code}>
        <Text userSelect>{code}</Text>
      </View>
      <Text className="h-note">{texts.once(fullTimeWords(expiresAt))}</Text>
      {process.env.TARO_ENV === 'weapp' ? (
        <NativeButton className="h-btn nut-button" openType="share">
          {texts.share}
        </NativeButton>
      ) : (
        <Button onPress={() => copy(address)}>{texts.copy}</Button>
      )}
      <Button look="ghost" onPress={() => copy(code)}>
        {texts.copyCode}
      </Button>
      <Text className="h-note">{texts.readOut}</Text>
    </>
  )
}

const Form = ({ caseId, part, onCode }: Omit<Props, 'onClose' | 'part'> & { part: 'respondent' | 'helper' }) => {
  const [name, setName] = useState('')
  const [made, setMade] = useState<Output<'parties.invite'> | null>(null)
  const { busy, act } = useAct()
  const make = () =>
    act(async (key) => {
      const body = { part, ...(name.trim() ? { name: name.trim() } : {}) }
      const invitation = await call('parties.invite', { params: { id: caseId }, body, key })
      onCode(invitation.code, part)
      setMade(invitation)
    })
  if (made) return <Made invitation={made} />
  return (
    <>
      <Text className="h-soft">{PARTS[part].inviteNote}</Text>
      <Field label={PARTS[part].name} value={name} onChange={setName} max={40} />
      <Button busy={busy} onPress={() => void make()}>
        {texts.make}
      </Button>
    </>
  )
}

/** Makes a one-time invitation and hands it over. */
export const InviteSheet = ({ caseId, part, onClose, onCode }: Props) => (
  <Sheet open={part !== null} title={part ? PARTS[part].inviteTitle : ''} onClose={onClose}>
    {part ? <Form caseId={caseId} part={part} onCode={onCode} /> : null}
  </Sheet>
)
