import Taro from '@tarojs/taro'
import { create } from 'zustand'
import { joinAddress, joinPath } from '@/features/parties/join-link'
import { texts } from '../texts'

/** The invitation on the screen, for WeChat's share card, which asks the page and not the button. */
export const useInvitation = create<{ code: string | null }>(() => ({ code: null }))

/** What WeChat sends when the page is shared. */
export const shareInvitation = () => {
  const { code } = useInvitation.getState()
  return code ? { title: texts.inviteTitle, path: joinPath(code, 'respondent') } : { title: texts.caseTitle, path: '/pages/home/index' }
}

/** Copies the words that bring somebody here, for a text message. */
export const copyInvitation = (code: string): void => {
  const words = [texts.inviteMessage(code), joinAddress(code, 'respondent')].filter(Boolean).join(' ')
  void Taro.setClipboardData({ data: words })
}
