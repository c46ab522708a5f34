import { CATEGORIES } from '@shared/cases/categories'
import type { DeskView } from '@shared/dispatch/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Option } from '@/components/option'
import { toast } from '@/components/toast'
import { Toggle } from '@/components/toggle'
import { back } from '@/lib/navigate'
import { invalidate } from '@/lib/query'
import { call } from '@/lib/request'
import { useAct } from '@/lib/use-act'
import { texts } from '../texts'
import { Stepper } from './stepper'

const MOST = 200

/** How much comes to the desk, of what, and whether anything at all. */
export const DeskEditor = ({ desk }: { desk: DeskView }) => {
  const [open, setOpen] = useState(desk.open)
  const [capacity, setCapacity] = useState(desk.capacity)
  const [categories, setCategories] = useState<readonly string[]>(desk.categories)
  const { busy, act } = useAct()
  const toggle = (code: string) =>
    setCategories(categories.includes(code) ? categories.filter((each) => each !== code) : [...categories, code])
  const save = () =>
    act(async () => {
      await call('desk.update', { body: { open, capacity, categories: [...categories] } })
      await invalidate('desk.get')
      toast(texts.saved)
      back()
    })
  return (
    <>
      <Card>
        <Toggle title={texts.deskLeave} note={texts.deskLeaveNote} on={!open} onChange={(leave) => setOpen(!leave)} />
        <Stepper
          label={texts.deskCapacity}
          value={String(capacity)}
          onLess={() => setCapacity(Math.max(1, capacity - 1))}
          onMore={() => setCapacity(Math.min(MOST, capacity + 1))}
        />
        <Text className="h-note">{texts.deskLoad(desk.load, capacity)}</Text>
      </Card>
      <View>
        <Text className="h-head">{texts.deskCategories}</Text>
        <View>
          <Text className="h-note">{texts.deskCategoriesNote}</Text>
        </View>
      </View>
      {CATEGORIES.map(({ code, name, hint }) => (
        <Option key={code} many title={name} note={hint ?? ''} on={categories.includes(code)} onPress={() => toggle(code)} />
      ))}
      <Button busy={busy} onPress={save}>
        {texts.save}
      </Button>
    </>
  )
}
