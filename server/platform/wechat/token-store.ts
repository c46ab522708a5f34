import type { Db } from 'mongodb'

/** An access token; `expireTime` in ms since the epoch. */
export interface AccessToken {
  accessToken: string
  expireTime: number
}
interface TokenDocument {
  _id: string
  accessToken?: string
  expireTime?: number
  holder?: string
  /** Until when `holder` alone may fetch; on the machine's time, for it is about processes. */
  leaseUntil?: Date
}
export interface TokenStore {
  get: (appId: string) => Promise<AccessToken | undefined>
  /** Whether this caller may now fetch a new token, and nobody else. */
  takeLease: (appId: string, holder: string) => Promise<boolean>
  /** Stores a fetched token and gives the lease back; without a token only the latter. */
  finish: (appId: string, holder: string, token?: AccessToken) => Promise<void>
}

const LEASE_MS = 15_000
const DUPLICATE = 11000

/** Access tokens in MongoDB, shared by every process of the service. */
export const mongoTokenStore = (db: Db): TokenStore => {
  const tokens = db.collection<TokenDocument>('wechatTokens')
  return {
    get: async (appId) => {
      const found = await tokens.findOne({ _id: appId })
      return found?.accessToken && found.expireTime ? { accessToken: found.accessToken, expireTime: found.expireTime } : undefined
    },
    takeLease: async (appId, holder) => {
      const now = new Date()
      const free = { $or: [{ leaseUntil: { $exists: false } }, { leaseUntil: { $lt: now } }] }
      try {
        await tokens.updateOne(
          { _id: appId, ...free },
          { $set: { holder, leaseUntil: new Date(now.getTime() + LEASE_MS) } },
          { upsert: true },
        )
        return true
      } catch (error) {
        // The document is there but not free: the upsert met the one with the same id.
        if ((error as { code?: number }).code === DUPLICATE) return false
        throw error
      }
    },
    finish: async (appId, holder, token) => {
      await tokens.updateOne({ _id: appId, holder }, { ...(token && { $set: token }), $unset: { holder: '', leaseUntil: '' } })
    },
  }
}
