import { Button as NativeButton, Text } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Sheet } from '@/components/sheet'
import { toast } from '@/components/toast'
import { call } from '@/lib/request'
import { useApp } from '@/lib/store'
import { useAct } from '@/lib/use-act'
import { texts } from './texts'

const Typed = ({ save, busy }: { save: (body: { phone: string }) => void; busy: boolean }) => {
  const [phone, setPhone] = useState('')
  const [error, setError] = useState('')
  const send = () => {
    if (/^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/.test(phone.trim())) save({ phone: phone.trim() })
    else setError(texts.phoneBad)
  }
  const write = (words: string) => {
    setError('')
    setPhone(words)
  }
  return (
    <>
      <Field label={texts.phone} value={phone} onChange={write} placeholder={texts.phonePlaceholder} max={13} type="tel" error={error} />
      <Button busy={busy} onPress={send}>
        {texts.save}
      </Button>
    </>
  )
}

const Form = ({ onClose }: { onClose: () => void }) => {
  const [typing, setTyping] = useState(process.env.TARO_ENV === 'h5')
  const { busy, act } = useAct()
  const save = (body: { phone: string } | { code: string }) =>
    void act(async () => {
      useApp.setState({ me: await call('me.setPhone', { body }) })
      toast(texts.saved)
      onClose()
    })
  if (typing) return <Typed save={save} busy={busy} />
  return (
    <>
      <NativeButton
        className="h-btn nut-button"
        openType="getPhoneNumber"
        onGetPhoneNumber={({ detail }) => {
          if (detail.code) save({ code: detail.code })
        }}
      >
        {texts.phoneWechat}
      </NativeButton>
      <Button look="text" onPress={() => setTyping(true)}>
        {texts.phoneOther}
      </Button>
    </>
  )
}

/** The telephone number: WeChat's own button there, typed in a browser. */
export const PhoneSheet = ({ open, onClose }: { open: boolean; onClose: () => void }) => (
  <Sheet open={open} title={texts.phoneTitle} onClose={onClose}>
    <Text className="h-soft">{texts.phoneNote}</Text>
    <Form onClose={onClose} />
  </Sheet>
)
