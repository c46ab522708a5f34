import type { DateFieldProps } from './date-field-props'
import { FieldFrame } from './field-frame'

/** A day, chosen with the browser's own calendar. `value` as 2026-11-26, empty when none is chosen. */
export const DateField = ({ label, value, onChange, min, max, error }: DateFieldProps) => (
  <FieldFrame label={label} error={error}>
    <input
      type="date"
      className={`h-date ${error ? 'bad' : ''}`}
      aria-label={label}
      value={value}
      min={min}
      max={max}
      onChange={({ target }) => onChange(target.value)}
    />
  </FieldFrame>
)
