import { Button as NativeButton, Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Sheet } from '@/components/sheet'
import { invalidate } from '@/lib/query'
import { call, type Output } from '@/lib/request'
import { timeWords } from '@/lib/time'
import { useAct } from '@/lib/use-act'
import { texts } from '../texts'
import { copyInvitation, useInvitation } from './invitation'

type Invitation = Output<'parties.invite'>

const Made = ({ invitation }: { invitation: Invitation }) => (
  <View className="h-col">
    <Text className="h-note">{`${texts.inviteCode} · ${texts.inviteUntil(timeWords(invitation.expiresAt))}`}</Text>
    <Text className="w-big" userSelect>
      {invitation.code}
    </Text>
    {process.env.TARO_ENV === 'weapp' ? (
      <NativeButton className="h-btn nut-button" openType="share">
        {texts.inviteShare}
      </NativeButton>
    ) : null}
    <Button look={process.env.TARO_ENV === 'weapp' ? 'ghost' : 'primary'} onPress={() => copyInvitation(invitation.code)}>
      {texts.inviteCopy}
    </Button>
  </View>
)

/** Makes a one-time code with which the respondent joins, and helps to send it. */
export const InviteSheet = ({ caseId, onClose }: { caseId: string; onClose: () => void }) => {
  const [name, setName] = useState('')
  const [made, setMade] = useState<Invitation | null>(null)
  const { busy, act } = useAct()
  useEffect(() => () => useInvitation.setState({ code: null }), [])
  const make = () =>
    act(async (key) => {
      const trimmed = name.trim()
      const body = { part: 'respondent' as const, ...(trimmed ? { name: trimmed } : {}) }
      const invitation = await call('parties.invite', { params: { id: caseId }, body, key })
      useInvitation.setState({ code: invitation.code })
      setMade(invitation)
      await invalidate('cases.get')
    })
  return (
    <Sheet open title={texts.inviteTitle} onClose={onClose}>
      <Text>{texts.inviteNote}</Text>
      {made ? (
        <Made invitation={made} />
      ) : (
        <>
          <Field label={texts.inviteName} value={name} onChange={setName} max={40} />
          <Button busy={busy} onPress={make}>
            {texts.inviteMake}
          </Button>
        </>
      )}
    </Sheet>
  )
}
