import type { CaseView } from '@shared/cases/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Option } from '@/components/option'
import { Sheet } from '@/components/sheet'
import { toast } from '@/components/toast'
import { invalidate } from '@/lib/query'
import { call } from '@/lib/request'
import { useAct } from '@/lib/use-act'
import { sideOf } from './people-words'
import { texts } from './texts'

const MOST = 5

/** Names those who are to speak for one's own side. */
export const SpeakersSheet = ({ view, onClose }: { view: CaseView; onClose: () => void }) => {
  const [chosen, setChosen] = useState<readonly string[]>([])
  const { busy, act } = useAct()
  const side = sideOf(view)
  const people = view.parties.filter((party) => party.side === side && party.part === 'party' && party.accepted && !party.quit)
  const press = (id: string) => {
    if (chosen.includes(id)) return setChosen(chosen.filter((one) => one !== id))
    if (chosen.length >= MOST) return toast(texts.speakersMany)
    setChosen([...chosen, id])
  }
  const send = () => {
    if (chosen.length === 0) return toast(texts.speakersNone)
    void act(async () => {
      await call('parties.speakers', { params: { id: view.id }, body: { partyIds: [...chosen] } })
      onClose()
      toast(texts.speakersDone)
      await invalidate('cases.get')
    })
  }
  return (
    <Sheet open title={texts.speakersTitle} onClose={onClose}>
      <Text className="h-soft">{texts.speakersNote}</Text>
      {people.map(({ id, name }) => (
        <Option key={id} title={name} many on={chosen.includes(id)} onPress={() => press(id)} />
      ))}
      <View className="h-stick">
        <Button busy={busy} onPress={send}>
          {texts.speakersSend}
        </Button>
      </View>
    </Sheet>
  )
}
