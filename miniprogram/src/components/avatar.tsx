import { Text, View } from '@tarojs/components'

/** A person by the first character of the name; two-character surnames are rare enough. */
export const Avatar = ({ name }: { name: string }) => (
  <View className="h-avatar" aria-hidden>
    <Text>{Array.from(name)[0] ?? '?'}</Text>
  </View>
)
