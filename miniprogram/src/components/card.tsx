import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { pressable } from './pressable'

interface Props {
  children: ReactNode
  tone?: 'white' | 'bamboo' | 'soft' | 'sky' | 'amber' | 'seal'
  onPress?: () => void
  className?: string
}

/** A sheet of paper with one thing on it. */
export const Card = ({ children, tone = 'white', onPress, className = '' }: Props) => (
  <View className={`h-card ${tone} ${onPress ? 'tap' : ''} ${className}`} {...(onPress ? pressable(onPress) : {})}>
    {children}
  </View>
)
