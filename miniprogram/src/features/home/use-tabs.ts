import Taro, { useDidShow } from '@tarojs/taro'
import { useEffect } from 'react'
import { useCall } from '@/lib/query'
import { useApp } from '@/lib/store'
import { TABS_OF } from './registry'

const UNREAD_EVERY = 20_000
const MESSAGES_TAB = 2

const quiet = (work: Promise<unknown>): void => void work.catch(() => undefined)

const isTabPage = (): boolean => {
  const route = Taro.getCurrentPages().slice(-1)[0]?.route ?? ''
  return /pages\/(home|cases|messages|me)\/index/.test(route) && !route.includes('packages/')
}

/** Names the first two tabs after the role that is worn, and counts unread messages on the third. */
export const useTabs = () => {
  const hat = useApp((state) => state.hat)
  const signedIn = useApp((state) => state.status === 'in')
  const unread = useCall('unread.get', {}, { enabled: signedIn, refetchInterval: UNREAD_EVERY })
  const count = signedIn && unread.data ? unread.data.notifications + unread.data.messages : 0
  const { first, second } = TABS_OF[hat]
  const draw = () => {
    if (!isTabPage()) return
    quiet(Taro.setTabBarItem({ index: 0, text: first.name }))
    quiet(Taro.setTabBarItem({ index: 1, text: second.name }))
    if (count > 0) quiet(Taro.setTabBarBadge({ index: MESSAGES_TAB, text: count > 99 ? '99+' : String(count) }))
    else quiet(Taro.removeTabBarBadge({ index: MESSAGES_TAB }))
  }
  useEffect(draw, [first.name, second.name, count])
  useDidShow(draw)
  return { first, second, unread: unread.data }
}
