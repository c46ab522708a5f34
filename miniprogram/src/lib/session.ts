import Taro from '@tarojs/taro'
import { hatFor } from './hats'
import { isPassing, isProblem } from './problem'
import { queryClient } from './query'
import { call, type Output, whenSignedOut } from './request'
import { remember, useApp } from './store'
import { getTokens, setTokens } from './tokens'

type SessionView = Output<'sessions.create'>

const HAT_OWNER = 'hat-owner'

/** Loads the profile of who is logged in and picks the role remembered for this person. */
export const loadProfile = async (): Promise<void> => {
  const me = await call('me.profile', {})
  const sameAsBefore = Taro.getStorageSync(HAT_OWNER) === me.id
  const { hat, care } = useApp.getState()
  Taro.setStorageSync(HAT_OWNER, me.id)
  useApp.setState({ status: 'in', me })
  // care mode set on this device before logging in counts as well
  remember({ hat: hatFor(me, sameAsBefore ? hat : null), care: care || me.careMode })
  if (care && !me.careMode) void call('me.update', { body: { careMode: true } }).catch(() => undefined)
}

const enter = async (session: SessionView): Promise<void> => {
  setTokens(session)
  queryClient.clear()
  await loadProfile()
}

/**
 * Logs in with a WeChat code. Throws ApiProblem `consent_required` with the terms when nothing has been agreed to yet:
 * show them, then call again with a fresh code and `consentVersion`.
 */
export const logIn = async (code: string, consentVersion?: string): Promise<void> => {
  const consent = consentVersion ? { consent: { version: consentVersion } } : {}
  await enter(await call('sessions.create', { body: { code, ...consent } }))
}

/** A fresh code from WeChat; each works once, for five minutes. */
export const wechatCode = async (): Promise<string> => (await Taro.login()).code

/** Takes over the session that the telephone let this browser into. */
export const enterScanned = (session: SessionView): Promise<void> => enter(session)

/** Ends the session on the service and on this device. */
export const logOut = async (): Promise<void> => {
  await call('sessions.delete', {}).catch(() => undefined)
  forget()
}

/** Forgets the session on this device. Drafts stay: they are not bound to a session. */
export const forget = (): void => {
  setTokens(null)
  queryClient.clear()
  useApp.setState({ status: 'out', me: null })
  remember({ hat: 'resident' })
}

let starting: Promise<void> | undefined

const start = async (): Promise<void> => {
  try {
    if (getTokens()) return await loadProfile()
    if (process.env.TARO_ENV === 'weapp') return await logIn(await wechatCode())
    useApp.setState({ status: 'out' })
  } catch (error) {
    // consent is asked for when something is to be done; without a network the stored session still counts
    if (isPassing(error) && getTokens()) useApp.setState({ status: 'in' })
    else useApp.setState({ status: 'out' })
  }
}

/** Takes up the stored session; in WeChat logs in silently where consent was given before. Never throws. */
export const startSession = (): Promise<void> => {
  starting ??= start().finally(() => {
    starting = undefined
  })
  return starting
}

/** Whether the problem says that the terms must be agreed to first. */
export const needsConsent = (error: unknown) => (isProblem(error, 'consent_required') ? error.terms : undefined)

whenSignedOut(() => {
  queryClient.clear()
  useApp.setState({ status: 'out', me: null })
  if (process.env.TARO_ENV === 'weapp') void startSession()
})
