import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'

interface Props {
  id?: string
  label?: string
  error?: string | undefined
  hint?: string
  children: ReactNode
}

/** What is asked stands above the place to answer; what is wrong with the answer, or else a hint, below. */
export const FieldFrame = ({ id, label, error, hint, children }: Props) => (
  <View {...(id ? { id } : {})}>
    {label ? (
      <View className="h-label">
        <Text>{label}</Text>
      </View>
    ) : null}
    {children}
    {error ? (
      <View className="h-error" role="alert">
        <Text>{error}</Text>
      </View>
    ) : hint ? (
      <Text className="h-note">{hint}</Text>
    ) : null}
  </View>
)
