import Taro from '@tarojs/taro'
import { wordsOf } from '@/lib/problem'

/** Says briefly that something was done. */
export const toast = (words: string): void => void Taro.showToast({ title: words, icon: 'none', duration: 2600 })

/** Says briefly what went wrong. */
export const toastError = (error: unknown): void => toast(wordsOf(error))
