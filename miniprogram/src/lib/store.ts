import type { Me } from '@shared/identity/schemas'
import Taro from '@tarojs/taro'
import { create } from 'zustand'
import type { Hat } from './hats'

const SETTINGS = 'settings'

interface Settings {
  care: boolean
  hat: Hat
}

interface AppState extends Settings {
  /** `unknown` until the first look at the stored session. */
  status: 'unknown' | 'out' | 'in'
  me: Me | null
}

const stored = (): Settings => {
  const value = Taro.getStorageSync(SETTINGS) as Partial<Settings> | ''
  return { care: value ? (value.care ?? false) : false, hat: (value ? value.hat : undefined) ?? 'resident' }
}

/** What every screen knows: who is there, in which role, and how big the type is. */
export const useApp = create<AppState>(() => ({ status: 'unknown', me: null, ...stored() }))

/** Remembers the person's choice of care mode or role on this device. */
export const remember = (change: Partial<Settings>): void => {
  useApp.setState(change)
  const { care, hat } = useApp.getState()
  Taro.setStorageSync(SETTINGS, { care, hat })
}
