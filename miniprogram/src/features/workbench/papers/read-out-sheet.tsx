import type { PaperView } from '@shared/papers/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Option } from '@/components/option'
import { Sheet } from '@/components/sheet'
import { texts } from './texts'
import { unheard, useReadOut } from './use-paper'

/** The mediator has read the text out: to whom, and what they said. */
export const ReadOutSheet = ({ paper, onClose }: { paper: PaperView; onClose: () => void }) => {
  const people = unheard(paper)
  const [chosen, setChosen] = useState(people.length === 1 ? people[0]?.id : undefined)
  const [wrong, setWrong] = useState<boolean | null>(null)
  const [remark, setRemark] = useState('')
  const { busy, record } = useReadOut(paper, onClose)
  const person = people.find(({ id }) => id === chosen)
  const ready = person && wrong !== null && (!wrong || remark.trim())
  return (
    <Sheet open title={texts.read} onClose={onClose}>
      <Text>{texts.readNote}</Text>
      <View className="h-col tight" role="radiogroup" aria-label={texts.readWho}>
        <Text className="h-bold">{texts.readWho}</Text>
        {people.map(({ id, name }) => (
          <Option key={id} title={name} on={id === chosen} onPress={() => setChosen(id)} />
        ))}
      </View>
      <View className="h-col tight" role="radiogroup" aria-label={texts.readings}>
        <Option title={texts.readAgreed} on={wrong === false} onPress={() => setWrong(false)} />
        <Option title={texts.readDisagreed} on={wrong === true} onPress={() => setWrong(true)} />
      </View>
      {wrong ? <Field label={texts.readRemark} value={remark} onChange={setRemark} max={300} long="short" /> : null}
      <View className="h-stick">
        <Button busy={busy} disabled={!ready} onPress={() => (person ? void record(person, wrong ? remark.trim() : null) : undefined)}>
          {texts.readSend}
        </Button>
      </View>
    </Sheet>
  )
}
