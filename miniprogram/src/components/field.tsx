import { Input, TextArea } from '@nutui/nutui-react-taro'
import { useFieldName } from '@/lib/use-field-name'
import { FieldFrame } from './field-frame'

interface Props {
  label?: string
  value: string
  onChange: (value: string) => void
  placeholder?: string
  max: number
  error?: string | undefined
  type?: 'text' | 'number' | 'tel'
  /** Several lines; `short` for three. */
  long?: boolean | 'short'
  hint?: string
}

/** A line or a box to write in, its label above, what is wrong below. */
export const Field = ({ label, value, onChange, placeholder = '', max, error, type = 'text', long = false, hint }: Props) => {
  const name = label ?? placeholder
  const id = useFieldName(name)
  const shared = {
    value,
    placeholder,
    maxLength: max,
    onChange,
    ...(process.env.TARO_ENV === 'weapp' ? { ariaLabel: name } : { 'aria-label': name }),
  }
  return (
    <FieldFrame id={id} label={label} error={error} hint={hint}>
      {long ? (
        <TextArea {...shared} className={`h-area ${long === 'short' ? 'short' : ''} ${error ? 'bad' : ''}`} />
      ) : (
        <Input {...shared} type={type === 'tel' ? 'number' : type} className={`h-input ${error ? 'bad' : ''}`} />
      )}
    </FieldFrame>
  )
}
