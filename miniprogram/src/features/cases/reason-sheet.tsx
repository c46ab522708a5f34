import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Pick } from '@/components/option'
import { Sheet } from '@/components/sheet'
import { texts } from './texts'

interface Props {
  open: boolean
  title: string
  note: string
  /** Ready-made reasons, to be chosen instead of writing. */
  reasons?: readonly string[]
  /** Above the words: who will read them. */
  label?: string
  button: string
  busy: boolean
  /** Cannot be undone: the button says so by its colour. */
  final?: boolean
  /** Whether words must be given. */
  required: boolean
  onClose: () => void
  onSend: (reason: string) => void
}

const Form = ({
  note,
  reasons = [],
  label = texts.reasonLabel,
  button,
  busy,
  final = false,
  required,
  onClose,
  onSend,
}: Omit<Props, 'open' | 'title'>) => {
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const write = (words: string) => {
    setMissing(false)
    setReason(words)
  }
  const send = () => {
    if (required && !reason.trim()) setMissing(true)
    else onSend(reason.trim())
  }
  return (
    <>
      <Text className="h-soft">{note}</Text>
      {reasons.length > 0 ? (
        <View className="h-col">
          {reasons.map((each) => (
            <Pick key={each} title={each} on={reason === each} onPress={() => write(each)} />
          ))}
        </View>
      ) : null}
      {required ? (
        <Field
          label={label}
          long="short"
          value={reason}
          onChange={write}
          placeholder={texts.reasonPlaceholder}
          max={300}
          error={missing ? texts.reasonMissing : undefined}
        />
      ) : null}
      <View className="h-stick h-row">
        <Button look="text" onPress={onClose}>
          {texts.cancel}
        </Button>
        <Button look={final ? 'danger' : 'primary'} busy={busy} onPress={send}>
          {button}
        </Button>
      </View>
    </>
  )
}

/** Asks once more before a step, and for the words that go with it. */
export const ReasonSheet = ({ open, title, ...rest }: Props) => (
  <Sheet open={open} title={title} onClose={rest.onClose}>
    <Form {...rest} />
  </Sheet>
)
