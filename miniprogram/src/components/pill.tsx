import { ArrowDown } from '@nutui/icons-react-taro'
import { Text, View } from '@tarojs/components'
import { pressable } from './pressable'

/** What a list is narrowed to; a press lets one choose something else. */
export const Pill = ({ words, label, onPress }: { words: string; label: string; onPress: () => void }) => (
  <View className="h-pill" {...pressable(onPress, { label: `${label} ${words}` })}>
    <Text>{words}</Text>
    <ArrowDown size={14} color="#56605A" />
  </View>
)
