import Taro from '@tarojs/taro'

const KEY = 'tokens'

export interface Tokens {
  token: string
  refreshToken: string
}

let held: Tokens | null | undefined

const read = (): Tokens | null => {
  const value: unknown = Taro.getStorageSync(KEY)
  if (typeof value !== 'object' || value === null) return null
  const { token, refreshToken } = value as Partial<Tokens>
  return token && refreshToken ? { token, refreshToken } : null
}

/** The session's tokens, or null when nobody is logged in. */
export const getTokens = (): Tokens | null => {
  // another tab of the browser may have renewed them
  if (held === undefined || process.env.TARO_ENV === 'h5') held = read()
  return held
}

/** Keeps new tokens, or forgets them (null). */
export const setTokens = (tokens: Tokens | null): void => {
  held = tokens
  if (tokens) Taro.setStorageSync(KEY, { token: tokens.token, refreshToken: tokens.refreshToken })
  else Taro.removeStorageSync(KEY)
}
