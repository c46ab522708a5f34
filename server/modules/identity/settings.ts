import { configureSeal } from '@server/platform/seal'
import type { WeChat } from '@server/platform/wechat'
import { TERMS } from './terms'

export interface IdentitySettings {
  /** Signs access tokens and makes refresh tokens follow from one another. */
  tokenSecret: string
  /** 32 bytes that wrap every person's key. */
  dataKey: Buffer
  wechat: Pick<WeChat, 'exchangeCode' | 'phoneNumber' | 'miniProgramCode'>
  /** Another version than that of `terms.ts`, for tests. */
  termsVersion?: string
}

let settings: (IdentitySettings & { secret: Uint8Array }) | undefined

/** Gives the module its secrets and WeChat; to be called once before the first request. */
export const configureIdentity = (given: IdentitySettings): void => {
  configureSeal(given.dataKey)
  settings = { ...given, secret: new TextEncoder().encode(given.tokenSecret) }
}

/** What `configureIdentity` was given. */
export const identitySettings = () => {
  if (!settings) throw new Error('configureIdentity must be called at the start')
  return settings
}

/** The privacy terms in force. */
export const currentTerms = (): { version: string; text: string } => ({
  ...TERMS,
  version: identitySettings().termsVersion ?? TERMS.version,
})
