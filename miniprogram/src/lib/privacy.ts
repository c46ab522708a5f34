import Taro from '@tarojs/taro'
import { create } from 'zustand'

type Resolve = (answer: { event: 'exposureAuthorization' | 'agree' | 'disagree'; buttonId?: string }) => void

/** What waits for the person's answer to WeChat's privacy question; the page on top shows the sheet. */
export const usePrivacy = create<{ pending: Resolve[] }>(() => ({ pending: [] }))

/** The id of the button that WeChat must see pressed. */
export const AGREE_BUTTON = 'agree-privacy'

/** WeChat asks here before the first use of photos, microphone or place. */
export const watchPrivacy = (): void => {
  if (process.env.TARO_ENV !== 'weapp') return
  Taro.onNeedPrivacyAuthorization((resolve: Resolve) => {
    resolve({ event: 'exposureAuthorization' })
    usePrivacy.setState(({ pending }) => ({ pending: [...pending, resolve] }))
  })
}

/** Passes the answer on to everything that waits for it. */
export const answerPrivacy = (agreed: boolean): void => {
  const { pending } = usePrivacy.getState()
  usePrivacy.setState({ pending: [] })
  for (const resolve of pending) resolve(agreed ? { event: 'agree', buttonId: AGREE_BUTTON } : { event: 'disagree' })
}

/** Shows WeChat's own privacy guide. */
export const openPrivacyGuide = (): void => {
  if (process.env.TARO_ENV === 'weapp') void Taro.openPrivacyContract({})
}
