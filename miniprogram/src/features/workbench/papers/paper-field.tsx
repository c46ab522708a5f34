import type { FieldView } from '@shared/papers/schemas'
import { Text, View } from '@tarojs/components'
import { DateField } from '@/components/date-field'
import { Field } from '@/components/field'
import { Pick } from '@/components/option'
import { texts } from './texts'

/** From so many characters on a box is high from the start. */
const LONG = 1000

interface FieldProps {
  field: FieldView
  value: string
  error: string | undefined
  onChange: (value: string) => void
}

const labelOf = ({ label, required }: FieldView): string => (required ? `${label}（${texts.required}）` : label)

/** One place to fill in, by its kind. */
export const PaperField = ({ field, value, error, onChange }: FieldProps) => {
  const label = labelOf(field)
  if (field.kind === 'date') return <DateField label={label} value={value} onChange={onChange} error={error} />
  if (field.kind === 'choice') {
    return (
      <View>
        <View className="h-label">
          <Text>{label}</Text>
        </View>
        <View className="h-picks w-choices" role="radiogroup" aria-label={field.label}>
          {field.choices.map((choice) => (
            <Pick key={choice} title={choice} label={`${field.label} ${choice}`} on={choice === value} onPress={() => onChange(choice)} />
          ))}
        </View>
        {error ? <Text className="h-error">{error}</Text> : null}
      </View>
    )
  }
  return (
    <Field
      label={label}
      value={value}
      onChange={onChange}
      max={field.max}
      long={field.kind === 'text' && (field.max > LONG || 'short')}
      error={error}
      {...(field.hint ? { hint: field.hint } : {})}
    />
  )
}
