import type { InvitationPreview } from '@shared/cases/schemas'
import { Button as NativeButton, Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Pick } from '@/components/option'
import { QrCode } from '@/components/qr-code'
import { Sheet } from '@/components/sheet'
import { toast } from '@/components/toast'
import { call, type Output } from '@/lib/request'
import { fullTimeWords } from '@/lib/time'
import { useAct } from '@/lib/use-act'
import { joinAddress } from './join-link'
import { PARTS, texts } from './texts'

export type Invited = InvitationPreview['part']

interface Props {
  caseId: string
  /** Whom to invite; null: closed. */
  part: Invited | null
  /** representative, guardian: for whom it may be; asked only when there are several. */
  wards?: readonly { id: string; name: string }[]
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
      <QrCode words={address} label={texts.qr} />
      <Text className="h-note">{texts.qrNote}</Text>
      {process.env.TARO_ENV === 'weapp' ? (
        <NativeButton className="h-btn nut-button" openType="share">
          {texts.share}
        </NativeButton>
      ) : (
        <Button onPress={() => copy(address)}>{texts.copy}</Button>
      )}
      <View className="h-code" aria-label={texts.code}>
        <Text userSelect>{code}</Text>
      </View>
      <Button look="ghost" onPress={() => copy(code)}>
        {texts.copyCode}
      </Button>
      <Text className="h-note">{`${texts.once(fullTimeWords(expiresAt))}${texts.readOut}`}</Text>
    </>
  )
}

const Form = ({ caseId, part, wards = [], onCode }: Omit<Props, 'onClose' | 'part'> & { part: Invited }) => {
  const [name, setName] = useState('')
  const [ward, setWard] = useState(wards[0]?.id)
  const [made, setMade] = useState<Output<'parties.invite'> | null>(null)
  const { busy, act } = useAct()
  const make = () =>
    act(async (key) => {
      const actsFor = ward && (part === 'representative' || part === 'guardian') ? { actsFor: ward } : {}
      const body = { part, ...actsFor, ...(name.trim() ? { name: name.trim() } : {}) }
      const invitation = await call('parties.invite', { params: { id: caseId }, body, key })
      onCode(invitation.code, part)
      setMade(invitation)
    })
  if (made) return <Made invitation={made} />
  return (
    <>
      <Text className="h-soft">{PARTS[part].inviteNote}</Text>
      {wards.length > 1 ? (
        <>
          <Text className="h-bold">{texts.forWhomTitle}</Text>
          <View className="h-row wrap" role="radiogroup">
            {wards.map((each) => (
              <Pick key={each.id} title={each.name} on={each.id === ward} onPress={() => setWard(each.id)} />
            ))}
          </View>
        </>
      ) : null}
      <Field label={PARTS[part].name} value={name} onChange={setName} max={40} />
      <Button busy={busy} onPress={() => void make()}>
        {texts.make}
      </Button>
    </>
  )
}

/** Makes a one-time invitation and hands it over. */
export const InviteSheet = ({ part, onClose, ...rest }: Props) => (
  <Sheet open={part !== null} title={part ? PARTS[part].inviteTitle : ''} onClose={onClose}>
    {part ? <Form part={part} {...rest} /> : null}
  </Sheet>
)
