import { Text } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Sheet } from '@/components/sheet'
import { toast } from '@/components/toast'
import { call } from '@/lib/request'
import { useApp } from '@/lib/store'
import { useAct } from '@/lib/use-act'
import { texts } from './texts'

const Form = ({ onClose }: { onClose: () => void }) => {
  const [name, setName] = useState(useApp.getState().me?.name ?? '')
  const [error, setError] = useState('')
  const { busy, act } = useAct()
  const save = () => {
    if (!name.trim()) return setError(texts.nameMissing)
    void act(async () => {
      useApp.setState({ me: await call('me.update', { body: { name: name.trim() } }) })
      toast(texts.saved)
      onClose()
    })
  }
  return (
    <>
      <Text className="h-soft">{texts.nameNote}</Text>
      <Field label={texts.name} value={name} onChange={setName} placeholder={texts.namePlaceholder} max={20} error={error} />
      <Button busy={busy} onPress={save}>
        {texts.save}
      </Button>
    </>
  )
}

/** What the person wants to be called. */
export const NameSheet = ({ open, onClose }: { open: boolean; onClose: () => void }) => (
  <Sheet open={open} title={texts.nameTitle} onClose={onClose}>
    <Form onClose={onClose} />
  </Sheet>
)
