import { Text, View } from '@tarojs/components'
import type { DateFieldProps } from './date-field-props'

/** A day, chosen with the browser's own calendar. `value` as 2026-11-26, empty when none is chosen. */
export const DateField = ({ label, value, onChange, min, max, error }: DateFieldProps) => (
  <View>
    <View className="h-label">
      <Text>{label}</Text>
    </View>
    <input
      type="date"
      className={`h-date ${error ? 'bad' : ''}`}
      aria-label={label}
      value={value}
      min={min}
      max={max}
      onChange={({ target }) => onChange(target.value)}
    />
    {error ? (
      <View className="h-error" role="alert">
        <Text>{error}</Text>
      </View>
    ) : null}
  </View>
)
