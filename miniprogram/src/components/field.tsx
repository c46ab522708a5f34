import { Input, TextArea } from '@nutui/nutui-react-taro'
import { Text, View } from '@tarojs/components'
import { useFieldName } from '@/lib/use-field-name'

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
    <View id={id}>
      {label ? (
        <View className="h-label">
          <Text>{label}</Text>
        </View>
      ) : null}
      {long ? (
        <TextArea {...shared} className={`h-area ${long === 'short' ? 'short' : ''} ${error ? 'bad' : ''}`} />
      ) : (
        <Input {...shared} type={type === 'tel' ? 'number' : type} className={`h-input ${error ? 'bad' : ''}`} />
      )}
      {error ? (
        <View className="h-error" role="alert">
          <Text>{error}</Text>
        </View>
      ) : hint ? (
        <Text className="h-note">{hint}</Text>
      ) : null}
    </View>
  )
}
