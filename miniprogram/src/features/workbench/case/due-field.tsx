import { DateField } from '@/components/date-field'
import { dateOf } from '@/lib/time'

/** Offices close then; what is due on a day is due by that time. */
const CLOSING = '18:00:00+08:00'
const DAY = 86_400_000

/** The instant at which a day's work ends. */
export const endOf = (day: string): string => `${day}T${CLOSING}`

/** A day that is still to come, by whose end something is wanted. */
export const DueField = ({ label, value, onChange }: { label: string; value: string; onChange: (day: string) => void }) => (
  <DateField label={label} value={value} onChange={onChange} min={dateOf(Date.now() + DAY)} />
)
