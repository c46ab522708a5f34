import { ArrowRight } from '@nutui/icons-react-taro'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { pressable } from './pressable'

interface Props {
  title: string
  note?: string
  icon?: ReactNode
  right?: ReactNode
  onPress: () => void
}

/** A line that leads somewhere. */
export const Entry = ({ title, note, icon, right, onPress }: Props) => (
  <View className="h-entry" {...pressable(onPress)}>
    {icon}
    <View className="h-grow">
      <Text>{title}</Text>
      {note ? (
        <View>
          <Text className="h-note">{note}</Text>
        </View>
      ) : null}
    </View>
    {right}
    <ArrowRight size={16} color="#5F6862" />
  </View>
)
