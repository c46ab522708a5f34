import { Text, View } from '@tarojs/components'
import { pressable } from '@/components/pressable'
import { texts } from '../texts'

interface Props {
  label: string
  value: string
  onLess: () => void
  onMore: () => void
}

/** A value changed step by step, with buttons that cannot be missed. */
export const Stepper = ({ label, value, onLess, onMore }: Props) => (
  <View className="h-row spread w-stepper" role="group" aria-label={label}>
    <Text className="h-grow">{label}</Text>
    <View className="w-step" {...pressable(onLess, { label: `${label} ${texts.less}` })}>
      <Text aria-hidden>−</Text>
    </View>
    <Text className="w-step-value">{value}</Text>
    <View className="w-step" {...pressable(onMore, { label: `${label} ${texts.increase}` })}>
      <Text aria-hidden>+</Text>
    </View>
  </View>
)
