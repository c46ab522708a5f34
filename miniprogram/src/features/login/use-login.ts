import type { Terms } from '@shared/identity/schemas'
import { useRouter } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { back, openTab } from '@/lib/navigate'
import { logIn, needsConsent } from '@/lib/session'
import { useAct } from '@/lib/use-act'

/** Back to where the login was asked for, or home. */
export const useLeave = (): (() => void) => {
  const { back: asked } = useRouter().params
  return () => (asked ? back() : openTab('home'))
}

/**
 * Logs in with codes from `code`. When the terms have not been agreed to, `terms` holds them until they are; then a
 * fresh code is taken, for the first one is spent.
 */
export const useLogin = (onDone: () => void) => {
  const [terms, setTerms] = useState<Terms | null>(null)
  const source = useRef<() => Promise<string>>(undefined)
  const { busy, act } = useAct()
  const attempt = async (version?: string) => {
    if (!source.current) return
    try {
      await logIn(await source.current(), version)
    } catch (error) {
      const asked = needsConsent(error)
      if (!asked) throw error
      return setTerms(asked)
    }
    setTerms(null)
    onDone()
  }
  const start = (code: () => Promise<string>) => {
    source.current = code
    void act(() => attempt())
  }
  const agree = () => void act(() => attempt(terms?.version))
  return { busy, terms, start, agree, refuse: () => setTerms(null) }
}
