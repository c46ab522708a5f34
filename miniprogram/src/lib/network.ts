import Taro from '@tarojs/taro'
import { create } from 'zustand'

/** Whether the telephone believes to have a network. It may be wrong; calls find out. */
export const useNetwork = create<{ online: boolean }>(() => ({ online: true }))

const set = (online: boolean): void => {
  if (useNetwork.getState().online !== online) useNetwork.setState({ online })
}

/** Follows the network from now on. */
export const startNetwork = (): void => {
  if (process.env.TARO_ENV === 'h5') {
    set(navigator.onLine)
    window.addEventListener('online', () => set(true))
    window.addEventListener('offline', () => set(false))
    return
  }
  Taro.onNetworkStatusChange(({ isConnected }) => set(isConnected))
  void Taro.getNetworkType({ success: ({ networkType }) => set(networkType !== 'none') })
}

/** Runs `listener` each time the network comes back. */
export const whenOnline = (listener: () => void): (() => void) =>
  useNetwork.subscribe((now, before) => {
    if (now.online && !before.online) listener()
  })
