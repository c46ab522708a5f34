import { CATEGORIES, topOf } from '@shared/cases/categories'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Entry } from '@/components/entry'
import { Option } from '@/components/option'
import { pressable } from '@/components/pressable'
import { Sheet } from '@/components/sheet'
import { texts } from './texts'

/** `chosen` with a category put in or taken out; a whole group stands for its members. */
export const withCategory = (chosen: readonly string[], code: string): string[] => {
  if (chosen.includes(code)) return chosen.filter((each) => each !== code)
  const whole = topOf(code) === code
  const rest = chosen.filter((each) => (whole ? topOf(each) !== code : each !== topOf(code)))
  return [...rest, code]
}

const noteFor = (chosen: readonly string[], top: string): string => {
  if (chosen.includes(top)) return texts.whole
  const count = chosen.filter((each) => topOf(each) === top).length
  return count > 0 ? texts.partly(count) : ''
}

interface Props {
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
  onClose: () => void
}

/** Categories of either level, a group at a time. */
export const CategoryChoice = ({ chosen, onChange, onClose }: Props) => {
  const [top, setTop] = useState<string | null>(null)
  const group = CATEGORIES.find(({ code }) => code === top)
  const toggle = (code: string) => onChange(withCategory(chosen, code))
  return (
    <Sheet open title={group?.name ?? texts.categories} onClose={onClose}>
      {group ? (
        <View className="h-col tight">
          <Option many title={texts.categoriesWhole(group.name)} on={chosen.includes(group.code)} onPress={() => toggle(group.code)} />
          {group.children.map(({ code, name }) => (
            <Option many key={code} title={name} on={chosen.includes(code)} onPress={() => toggle(code)} />
          ))}
          <View className="h-link" {...pressable(() => setTop(null))}>
            <Text>{texts.categoriesBack}</Text>
          </View>
        </View>
      ) : (
        <View>
          {CATEGORIES.map(({ code, name, hint }) => (
            <Entry key={code} title={name} note={noteFor(chosen, code) || (hint ?? '')} onPress={() => setTop(code)} />
          ))}
        </View>
      )}
      <View className="h-stick">
        <Button onPress={onClose}>{texts.categoriesDone}</Button>
      </View>
    </Sheet>
  )
}
