import { Picker, Text, View } from '@tarojs/components'
import type { DateFieldProps } from './date-field-props'
import { FieldFrame } from './field-frame'
import { texts } from './texts'

/** A day, chosen with WeChat's own wheel. `value` as 2026-11-26, empty when none is chosen. */
export const DateField = ({ label, value, onChange, min, max, error }: DateFieldProps) => (
  <FieldFrame label={label} error={error}>
    <Picker mode="date" value={value} start={min ?? ''} end={max ?? ''} onChange={({ detail }) => onChange(detail.value)}>
      <View className={`h-date ${error ? 'bad' : ''}`} aria-label={label}>
        <Text className={value ? '' : 'h-soft'}>{value || texts.chooseDay}</Text>
      </View>
    </Picker>
  </FieldFrame>
)
