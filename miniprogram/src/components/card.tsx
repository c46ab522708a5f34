import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { pressable } from './pressable'

interface Props {
  children: ReactNode
  tone?: 'white' | 'bamboo' | 'soft' | 'sky' | 'amber' | 'seal'
  onPress?: () => void
  label?: string
  className?: string
}

/** A sheet of paper with one thing on it. */
export const Card = ({ children, tone = 'white', onPress, label, className = '' }: Props) => (
  <View className={`h-card ${tone} ${onPress ? 'tap' : ''} ${className}`} {...(onPress ? pressable(onPress, { label }) : {})}>
    {children}
  </View>
)
