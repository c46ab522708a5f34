import type { AttendeeInvitation, InviteAttendee } from '@shared/consultations/schemas'
import { Button as NativeButton, Text, View } from '@tarojs/components'
import Taro, { useShareAppMessage } from '@tarojs/taro'
import { useState } from 'react'
import type * as z from 'zod/mini'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Pick } from '@/components/option'
import { QrCode } from '@/components/qr-code'
import { Sheet } from '@/components/sheet'
import { toast } from '@/components/toast'
import { invalidate } from '@/lib/query'
import { call } from '@/lib/request'
import { fullTimeWords } from '@/lib/time'
import { useAct } from '@/lib/use-act'
import { addressOf } from '../links'
import { texts } from '../texts'
import type { PartProps } from '../use-topic'

type As = z.infer<typeof InviteAttendee>['as']
const KINDS: readonly As[] = ['neighbour', 'expert', 'member']

const copy = (words: string): void => {
  void Taro.setClipboardData({ data: words }).then(() => toast(texts.inviteCopied))
}

const Made = ({ invitation, title }: { invitation: AttendeeInvitation; title: string }) => {
  const address = addressOf(invitation.page)
  useShareAppMessage(() => ({ title: texts.inviteCard(title), path: `/${invitation.page.replace(/^\//, '')}` }))
  return (
    <>
      <QrCode words={address} label={texts.inviteQr} />
      <Text className="h-note">{texts.inviteQrNote}</Text>
      {process.env.TARO_ENV === 'weapp' ? (
        <NativeButton className="h-btn nut-button" openType="share">
          {texts.inviteShare}
        </NativeButton>
      ) : (
        <Button onPress={() => copy(address)}>{texts.inviteCopy}</Button>
      )}
      <Text className="h-note">{texts.inviteUntil(fullTimeWords(invitation.expiresAt))}</Text>
    </>
  )
}

const Form = ({ view, onMade }: Pick<PartProps, 'view'> & { onMade: (invitation: AttendeeInvitation) => void }) => {
  const [as, setAs] = useState<As>('neighbour')
  const [name, setName] = useState('')
  const [error, setError] = useState('')
  const { busy, act } = useAct()
  const make = () => {
    if (!name.trim()) return setError(texts.inviteNameMissing)
    return act(async (key) => {
      onMade(await call('consultations.invite', { params: { id: view.id }, body: { as, name: name.trim() }, key }))
      await invalidate('consultations.attendees', 'consultations.get')
    })
  }
  return (
    <>
      <Text>{texts.inviteNote}</Text>
      <View role="radiogroup" aria-label={texts.inviteAs}>
        <View className="h-label">
          <Text>{texts.inviteAs}</Text>
        </View>
        <View className="h-row wrap">
          {KINDS.map((kind) => (
            <Pick key={kind} title={texts.inviteKinds[kind]} on={kind === as} onPress={() => setAs(kind)} />
          ))}
        </View>
      </View>
      <Field
        label={texts.inviteName}
        value={name}
        onChange={(next) => {
          setError('')
          setName(next)
        }}
        max={20}
        placeholder={texts.inviteNamePlaceholder}
        error={error}
      />
      <Button busy={busy} onPress={() => void make()}>
        {texts.inviteMake}
      </Button>
    </>
  )
}

/** Keeps a seat for a neighbour, an expert or a member, and hands over the link to it. */
export const InviteSheet = ({ view, onClose }: Pick<PartProps, 'view'> & { onClose: () => void }) => {
  const [made, setMade] = useState<AttendeeInvitation | null>(null)
  return (
    <Sheet open title={texts.inviteTitle} onClose={onClose}>
      {made ? <Made invitation={made} title={view.title} /> : <Form view={view} onMade={setMade} />}
    </Sheet>
  )
}
