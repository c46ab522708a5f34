import { Text, View } from '@tarojs/components'
import { pressable } from '@/components/pressable'
import { texts } from './texts'

interface Props<K extends string> {
  label: string
  items: readonly { key: K; name: string }[]
  chosen: readonly K[]
  onChange: (chosen: K[]) => void
}

/** Several of a few; none of them means all. */
export const Picks = <K extends string>({ label, items, chosen, onChange }: Props<K>) => {
  const toggle = (key: K) => onChange(items.map((each) => each.key).filter((each) => chosen.includes(each) !== (each === key)))
  return (
    <View role="group" aria-label={label}>
      <View className="h-label">
        <Text>{label}</Text>
      </View>
      <View className="h-row wrap r-picks">
        {items.map(({ key, name }) => {
          const on = chosen.includes(key)
          return (
            <View key={key} className={`h-pick ${on ? 'on' : ''}`} {...pressable(() => toggle(key), { role: 'checkbox', on, label: name })}>
              <Text>{name}</Text>
            </View>
          )
        })}
      </View>
      {chosen.length === 0 ? <Text className="h-note">{texts.pickedNone}</Text> : null}
    </View>
  )
}
