import { Switch } from '@nutui/nutui-react-taro'
import { Text, View } from '@tarojs/components'

/** A question answered by yes or no. */
export const Toggle = ({ title, note, on, onChange }: { title: string; note?: string; on: boolean; onChange: (on: boolean) => void }) => (
  <View className="h-row spread" style={{ minHeight: 'var(--tap)' }}>
    <View className="h-grow">
      <Text>{title}</Text>
      {note ? (
        <View>
          <Text className="h-note">{note}</Text>
        </View>
      ) : null}
    </View>
    <Switch
      className="h-switch"
      checked={on}
      loadingIcon={null}
      onChange={onChange}
      {...(process.env.TARO_ENV === 'h5' ? { role: 'switch', 'aria-checked': on, 'aria-label': title } : { ariaLabel: title })}
    />
  </View>
)
