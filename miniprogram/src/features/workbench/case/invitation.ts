import Taro from '@tarojs/taro'
import { create } from 'zustand'
import { joinAddress, joinPath } from '@/features/parties/join-link'
import { texts } from '../texts'

interface Shown {
  code: string | null
  part: string
}

/** The invitation on the screen, for WeChat's share card, which asks the page and not the button. */
export const useInvitation = create<Shown>(() => ({ code: null, part: 'respondent' }))

/** What WeChat sends when the page is shared. */
export const shareInvitation = () => {
  const { code, part } = useInvitation.getState()
  return code ? { title: texts.inviteTitle, path: joinPath(code, part) } : { title: texts.tabs.work, path: '/pages/home/index' }
}

/** Copies the words that bring somebody here, for a text message. */
export const copyInvitation = (code: string, part: string): void =>
  void Taro.setClipboardData({ data: `${texts.inviteMessage(code)} ${joinAddress(code, part)}` })
