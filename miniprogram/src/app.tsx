import { QueryClientProvider } from '@tanstack/react-query'
import { useDidShow, useLaunch } from '@tarojs/taro'
import { type PropsWithChildren, useEffect } from 'react'
import { watchOutbox } from '@/features/submit/outbox'
import { tameBrowser } from '@/lib/browser'
import { startNetwork } from '@/lib/network'
import { watchPrivacy } from '@/lib/privacy'
import { queryClient } from '@/lib/query'
import { startSession } from '@/lib/session'
import { useApp } from '@/lib/store'
import './app.css'

if (process.env.TARO_ENV === 'h5') require('./styles/tabbar.css')

/** The tab bar of the browser lies outside of every page, so care mode is set on the document as well. */
const useDocumentCare = (): void => {
  const care = useApp((state) => state.care)
  useEffect(() => {
    if (process.env.TARO_ENV === 'h5') document.documentElement.classList.toggle('care', care)
  }, [care])
}

const AHEAD_MS = 3000

const App = ({ children }: PropsWithChildren) => {
  useDocumentCare()
  useLaunch(() => {
    startNetwork()
    watchPrivacy()
    void startSession()
    watchOutbox()
    if (process.env.TARO_ENV === 'h5') {
      tameBrowser()
      // Whoever has opened the app can write, though the network goes before they begin; WeChat is asked for it by `preloadRule`.
      setTimeout(() => void import('./packages/resident/pages/submit/index').catch(() => undefined), AHEAD_MS)
    }
  })
  useDidShow(() => void queryClient.resumePausedMutations())
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
}

export default App
