import { useEffect, useState } from 'react'
import { useLogin } from '@/features/login/use-login'
import { askLogin } from '@/lib/navigate'
import { invalidate } from '@/lib/query'
import { call } from '@/lib/request'
import { wechatCode } from '@/lib/session'
import { useApp } from '@/lib/store'
import { askSubscriptions } from '@/lib/subscribe'
import { useAct } from '@/lib/use-act'

/**
 * The answer to an invitation. Who is not logged in yet presses once all the same: the answer waits for the login, which in
 * WeChat happens on this very page.
 */
export const useAnswer = (code: string, onAnswered: (caseId: string | null) => void) => {
  const { busy, act } = useAct()
  const login = useLogin(() => undefined)
  const status = useApp((state) => state.status)
  const [wanted, setWanted] = useState<boolean | null>(null)
  const send = (agree: boolean) => {
    setWanted(null)
    void act(async () => {
      const { caseId } = await call('parties.answer', { body: { code, agree } })
      await invalidate('cases.list', 'cases.get')
      onAnswered(agree ? caseId : null)
    })
  }
  const goOn = (agree: boolean) => {
    if (status === 'in') send(agree)
    else if (status === 'out') process.env.TARO_ENV === 'weapp' ? login.start(wechatCode) : askLogin()
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: only having logged in, or found out that one is not, goes on
  useEffect(() => {
    if (wanted !== null) goOn(wanted)
  }, [status])
  const answer = (agree: boolean) => {
    if (agree) void askSubscriptions(['caseProgress', 'message', 'session'])
    setWanted(agree)
    goOn(agree)
  }
  return { busy: busy || login.busy, answer, login }
}
