import { CheckChecked, CheckNormal } from '@nutui/icons-react-taro'
import { Text, View } from '@tarojs/components'
import { pressable } from './pressable'

interface Props {
  title: string
  note?: string
  on: boolean
  onPress: () => void
  /** Several may be chosen. */
  many?: boolean
}

/** One answer of several, a line each. */
export const Option = ({ title, note, on, onPress, many = false }: Props) => (
  <View className={`h-option ${on ? 'on' : ''}`} {...pressable(onPress, { role: many ? 'checkbox' : 'radio', on })}>
    {on ? <CheckChecked size={22} color="#1F6F5C" /> : <CheckNormal size={22} color="#5F6862" />}
    <View className="h-grow">
      <Text>{title}</Text>
      {note ? (
        <View>
          <Text className="h-note">{note}</Text>
        </View>
      ) : null}
    </View>
  </View>
)

/** Short answers side by side. */
export const Pick = ({ title, on, onPress, label }: { title: string; on: boolean; onPress: () => void; label?: string }) => (
  <View className={`h-pick ${on ? 'on' : ''}`} {...pressable(onPress, { role: 'radio', on, label: label ?? title })}>
    <Text>{title}</Text>
  </View>
)
