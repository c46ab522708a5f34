import { Picker, Text, View } from '@tarojs/components'
import { FieldFrame } from './field-frame'
import type { TimeFieldProps } from './time-field-props'

/** A time of day, chosen with WeChat's own wheel. `value` as 22:00. */
export const TimeField = ({ label, value, onChange }: TimeFieldProps) => (
  <FieldFrame label={label}>
    <Picker mode="time" value={value} onChange={({ detail }) => onChange(String(detail.value))}>
      <View className="h-date" aria-label={label}>
        <Text>{value}</Text>
      </View>
    </Picker>
  </FieldFrame>
)
