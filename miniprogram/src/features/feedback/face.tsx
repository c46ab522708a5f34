import { View } from '@tarojs/components'

export type Level = 1 | 2 | 3 | 4 | 5
export const LEVELS: readonly Level[] = [5, 4, 3, 2, 1]

/** A face drawn with two eyes and a mouth: the five levels for those who read little. */
export const Face = ({ level }: { level: Level }) => (
  <View className={`h-face f${level}`} aria-hidden>
    <View className="h-face-eye left" />
    <View className="h-face-eye right" />
    <View className="h-face-mouth" />
  </View>
)
