import type { Room } from '@shared/cases/schemas'
import Taro from '@tarojs/taro'

const keyOf = (caseId: string, room: Room): string => `talk:${caseId}:${room}`

/** Words that were written and not sent: they outlive the page. */
export const loadWords = (caseId: string, room: Room): string => {
  const value: unknown = Taro.getStorageSync(keyOf(caseId, room))
  return typeof value === 'string' ? value : ''
}

export const saveWords = (caseId: string, room: Room, words: string): void => {
  if (words) Taro.setStorageSync(keyOf(caseId, room), words)
  else Taro.removeStorageSync(keyOf(caseId, room))
}
