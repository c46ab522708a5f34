import { CATEGORIES } from '@shared/cases/categories'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Entry } from '@/components/entry'
import { Option } from '@/components/option'
import { pressable } from '@/components/pressable'
import { texts } from '../texts'

interface Props {
  chosen: string | null
  onPick: (code: string) => void
}

/** One category, a group at a time; the group itself may be meant. */
export const CategoryChoice = ({ chosen, onPick }: Props) => {
  const [top, setTop] = useState<string | null>(null)
  const group = CATEGORIES.find(({ code }) => code === top)
  if (!group) {
    return (
      <View>
        {CATEGORIES.map(({ code, name, hint }) => (
          <Entry key={code} title={name} note={hint ?? ''} onPress={() => setTop(code)} />
        ))}
      </View>
    )
  }
  return (
    <View className="h-col tight" role="radiogroup" aria-label={group.name}>
      {[group, ...group.children].map(({ code, name }) => (
        <Option
          key={code}
          title={code === group.code ? texts.categoryWhole(name) : name}
          on={code === chosen}
          onPress={() => onPick(code)}
        />
      ))}
      <View className="h-link" {...pressable(() => setTop(null))}>
        <Text>{texts.categoryBack}</Text>
      </View>
    </View>
  )
}
