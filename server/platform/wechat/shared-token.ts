import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { WeChatError } from './errors'
import type { AccessToken, TokenStore } from './token-store'

interface SharedTokenOptions {
  appId: string
  store: TokenStore
  clock: { ms: () => number }
  /** Fetches a token from WeChat; `forced` asks for another one than it gave before. */
  fetchToken: (forced: boolean) => Promise<AccessToken>
}

// A token is not used in its last minute: a call that starts then may arrive too late.
const SPARE_MS = 60_000
const WAIT_MS = 12_000
const LOOK_AGAIN_MS = 60

/**
 * The one access token that every call uses. However many ask at once, in however many processes, one of them fetches it
 * and the others wait. `drop` says that WeChat refused a token; the next `current` finds or fetches another.
 */
export const sharedToken = ({ appId, store, clock, fetchToken }: SharedTokenOptions) => {
  const holder = randomUUID()
  let known: AccessToken | undefined
  let refused: string | undefined
  let pending: Promise<AccessToken> | undefined

  const usable = (token: AccessToken | undefined): token is AccessToken =>
    token !== undefined && token.accessToken !== refused && token.expireTime - SPARE_MS > clock.ms()

  const fetchOnce = async (): Promise<AccessToken> => {
    let token: AccessToken | undefined
    try {
      // Somebody may have stored one between our look and our lease.
      const stored = await store.get(appId)
      if (usable(stored)) return stored
      token = await fetchToken(false)
      if (token.accessToken === refused) token = await fetchToken(true)
      return token
    } finally {
      await store.finish(appId, holder, token)
    }
  }
  const load = async (): Promise<AccessToken> => {
    for (const end = Date.now() + WAIT_MS; Date.now() < end; await sleep(LOOK_AGAIN_MS)) {
      const stored = await store.get(appId)
      if (usable(stored)) return stored
      if (await store.takeLease(appId, holder)) return fetchOnce()
    }
    throw new WeChatError('No access token: another process is fetching one and does not finish', 'unsent')
  }
  return {
    current: (): Promise<AccessToken> => {
      if (usable(known)) return Promise.resolve(known)
      pending ??= load()
        .then((token) => {
          known = token
          return token
        })
        .finally(() => {
          pending = undefined
        })
      return pending
    },
    drop: (accessToken: string): void => {
      refused = accessToken
      if (known?.accessToken === accessToken) known = undefined
    },
  }
}
