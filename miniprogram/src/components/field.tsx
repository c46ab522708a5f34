import { Input, TextArea } from '@nutui/nutui-react-taro'
import { Text, View } from '@tarojs/components'

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
  const name = { 'aria-label': label ?? placeholder, ariaLabel: label ?? placeholder }
  const shared = { value, placeholder, maxLength: max, onChange }
  return (
    <View>
      {label ? (
        <View className="h-label">
          <Text>{label}</Text>
        </View>
      ) : null}
      {long ? (
        <TextArea {...name} {...shared} className={`h-area ${long === 'short' ? 'short' : ''} ${error ? 'bad' : ''}`} />
      ) : (
        <Input {...name} {...shared} type={type === 'tel' ? 'number' : type} className={`h-input ${error ? 'bad' : ''}`} />
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
