import { Close } from '@nutui/icons-react-taro'
import { Popup } from '@nutui/nutui-react-taro'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { pressable } from './pressable'
import { texts } from './texts'

interface Props {
  open: boolean
  title: string
  onClose: () => void
  children: ReactNode
}

/** A sheet from the bottom that asks one thing. */
export const Sheet = ({ open, title, onClose, children }: Props) => (
  <Popup visible={open} position="bottom" round lockScroll destroyOnClose onClose={onClose}>
    {open ? (
      <View className="h-sheet" role="dialog" aria-label={title}>
        <View className="h-row spread">
          <Text className="h-head">{title}</Text>
          <View className="h-nav-back" {...pressable(onClose, { label: texts.close })}>
            <Close size={20} color="#56605A" />
          </View>
        </View>
        {children}
      </View>
    ) : null}
  </Popup>
)
