import { View } from '@tarojs/components'
import { useState } from 'react'
import { Field } from '@/components/field'
import { Option } from '@/components/option'
import { texts } from '../texts'

/** From this many on one searches instead of scrolling. */
const MANY = 8

interface Props {
  label: string
  items: readonly { id: string; name: string }[]
  chosen: string | null
  onChoose: (id: string) => void
}

/** One of several people or offices, by name. */
export const NamedChoice = ({ label, items, chosen, onChoose }: Props) => {
  const [search, setSearch] = useState('')
  if (items.length === 0) return null
  return (
    <View className="h-col tight" role="radiogroup" aria-label={label}>
      {items.length > MANY ? <Field value={search} onChange={setSearch} max={20} placeholder={texts.findPerson} /> : null}
      <View className="h-col tight b-scroll">
        {items
          .filter(({ name }) => name.includes(search.trim()))
          .map(({ id, name }) => (
            <Option key={id} title={name} on={id === chosen} onPress={() => onChoose(id)} />
          ))}
      </View>
    </View>
  )
}
