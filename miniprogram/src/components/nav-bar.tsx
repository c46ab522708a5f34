import { ArrowLeft } from '@nutui/icons-react-taro'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { back } from '@/lib/navigate'
import { pressable } from './pressable'
import { texts } from './texts'

interface Props {
  title: string
  /** Tab pages have nowhere to go back to. */
  root: boolean
  right?: ReactNode
  onBack?: (() => void) | undefined
}

/** The title line. WeChat draws its own, so there only `right` is left of it. */
export const NavBar = ({ title, root, right, onBack }: Props) => {
  if (process.env.TARO_ENV === 'weapp') {
    return right ? (
      <View className="h-nav plain">
        <View className="h-grow" />
        {right}
      </View>
    ) : null
  }
  return (
    <View className={`h-nav ${root ? 'plain' : ''}`}>
      {root ? null : (
        <View className="h-nav-back" {...pressable(onBack ?? back, { label: texts.back })}>
          <ArrowLeft size={22} color="#1E2521" />
        </View>
      )}
      <View className="h-nav-title" role="heading" aria-level={1}>
        <Text>{title}</Text>
      </View>
      {right}
    </View>
  )
}
