import { FieldFrame } from './field-frame'
import type { TimeFieldProps } from './time-field-props'

/** A time of day, chosen with the browser's own clock. `value` as 22:00. */
export const TimeField = ({ label, value, onChange }: TimeFieldProps) => (
  <FieldFrame label={label}>
    <input
      type="time"
      className="h-date"
      aria-label={label}
      value={value}
      onChange={({ target }) => {
        if (target.value) onChange(target.value.slice(0, 5))
      }}
    />
  </FieldFrame>
)
