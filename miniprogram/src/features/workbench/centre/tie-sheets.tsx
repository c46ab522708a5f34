import type { Ties } from '@shared/dispatch/schemas'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Pick } from '@/components/option'
import { Sheet } from '@/components/sheet'
import { texts } from './texts'

export type Kin = Ties['people'][number]
const PHONE = /^1\d{10}$/

/** Somebody whom the handler is close to. */
export const PersonSheet = ({
  person,
  onClose,
  onDone,
}: {
  person: Kin | null
  onClose: () => void
  onDone: (person: Kin | null) => void
}) => {
  const [name, setName] = useState(person?.name ?? '')
  const [relation, setRelation] = useState(person?.relation ?? '')
  const [phone, setPhone] = useState(person?.phone ?? '')
  const bad = phone.trim() !== '' && !PHONE.test(phone.trim())
  const done = () => onDone({ name: name.trim(), relation, ...(phone.trim() ? { phone: phone.trim() } : {}) })
  return (
    <Sheet open title={texts.people} onClose={onClose}>
      <Field label={texts.personName} value={name} onChange={setName} max={40} />
      <View className="h-picks" role="radiogroup" aria-label={texts.personRelation}>
        {texts.relations.map((each) => (
          <Pick key={each} title={each} on={each === relation} onPress={() => setRelation(each)} />
        ))}
      </View>
      <Field label={texts.personPhone} value={phone} onChange={setPhone} max={11} type="tel" error={bad ? texts.phoneBad : undefined} />
      <Button disabled={!name.trim() || !relation || bad} onPress={done}>
        {texts.done}
      </Button>
      {person ? (
        <Button look="text" onPress={() => onDone(null)}>
          {texts.remove}
        </Button>
      ) : null}
    </Sheet>
  )
}

interface LineProps {
  title: string
  label: string
  max: number
  line: string | null
  onClose: () => void
  onDone: (line: string | null) => void
}

/** A place of work or an address. */
export const LineSheet = ({ title, label, max, line, onClose, onDone }: LineProps) => {
  const [words, setWords] = useState(line ?? '')
  return (
    <Sheet open title={title} onClose={onClose}>
      <Field label={label} value={words} onChange={setWords} max={max} />
      <Button disabled={!words.trim()} onPress={() => onDone(words.trim())}>
        {texts.done}
      </Button>
      {line ? (
        <Button look="text" onPress={() => onDone(null)}>
          {texts.remove}
        </Button>
      ) : null}
    </Sheet>
  )
}
