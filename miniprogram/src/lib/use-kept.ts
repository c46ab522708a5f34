import Taro from '@tarojs/taro'
import { useState } from 'react'

/**
 * What is being edited, kept on this device until it is saved or given up: a call in between, or a killed app, costs
 * nothing. `undefined` while nothing is being edited.
 */
export const useKept = <T>(key: string) => {
  const [value, set] = useState<T | undefined>(() => {
    const stored = Taro.getStorageSync(key) as { value: T } | ''
    return stored ? stored.value : undefined
  })
  const keep = (next: T | undefined): void => {
    set(next)
    if (next === undefined) Taro.removeStorageSync(key)
    else Taro.setStorageSync(key, { value: next })
  }
  return [value, keep] as const
}
