import { Text, View } from '@tarojs/components'
import { pressable } from './pressable'

interface Props {
  title: string
  note?: string
  on: boolean
  onChange: (on: boolean) => void
}

/** A question answered by yes or no; the whole line can be pressed. */
export const Toggle = ({ title, note, on, onChange }: Props) => (
  <View className="h-row spread h-toggle" {...pressable(() => onChange(!on), { role: 'switch', on, label: title })}>
    <View className="h-grow">
      <Text>{title}</Text>
      {note ? (
        <View>
          <Text className="h-note">{note}</Text>
        </View>
      ) : null}
    </View>
    <View className={`h-switch ${on ? 'on' : ''}`}>
      <View className="h-switch-knob" />
    </View>
  </View>
)
