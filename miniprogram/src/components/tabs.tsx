import { Text, View } from '@tarojs/components'
import { pressable } from './pressable'

/** A few views of one list. */
export const Tabs = <K extends string>({
  items,
  active,
  onChange,
}: {
  items: readonly { key: K; name: string }[]
  active: K
  onChange: (key: K) => void
}) => (
  <View className="h-tabs" role="tablist">
    {items.map(({ key, name }) => (
      <View
        key={key}
        className={`h-tab ${key === active ? 'on' : ''}`}
        {...pressable(() => onChange(key), { role: 'tab', on: key === active, label: name })}
      >
        <Text>{name}</Text>
      </View>
    ))}
  </View>
)
