import { useShareAppMessage } from '@tarojs/taro'
import { useRef } from 'react'
import { joinPath } from './join-link'

/** In WeChat an invitation goes out as a card; without one, sharing leads to the home page. */
export const useInvitationCard = () => {
  const path = useRef('/pages/home/index')
  const title = useRef('有事好商量')
  useShareAppMessage(() => ({ title: title.current, path: path.current }))
  return (code: string, part: string) => {
    path.current = joinPath(code, part)
    title.current = part === 'helper' ? '请您帮我看一件事' : '请您来一起商量一件事'
  }
}
