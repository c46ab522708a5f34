import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ReactNode } from 'react'

interface Space {
  paddingTop?: string
  paddingRight?: string
}

/** WeChat lays its own buttons over the first tab, which has no title bar: the head keeps clear of them. */
const clearOfWeChat = (): Space => {
  if (process.env.TARO_ENV !== 'weapp') return {}
  const menu = Taro.getMenuButtonBoundingClientRect()
  const { windowWidth } = Taro.getWindowInfo()
  return { paddingTop: `${menu.top}px`, paddingRight: `${windowWidth - menu.left + 8}px` }
}

/** The first tab's title line, where WeChat draws none. */
export const TabHead = ({ title, right }: { title: string; right?: ReactNode }) => (
  <View className="h-nav plain" style={{ ...clearOfWeChat() }}>
    <View className="h-grow h-title" role="heading" aria-level={1}>
      <Text>{title}</Text>
    </View>
    {right}
  </View>
)
