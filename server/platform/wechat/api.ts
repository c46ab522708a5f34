import API, { type Callback } from 'wechat-api'
import { make, postJSON, wrapper } from 'wechat-api/lib/util.js'
import { toWeChatError, WeChatError } from './errors'
import { sharedToken } from './shared-token'
import type { AccessToken, TokenStore } from './token-store'

export interface ApiOptions {
  appId: string
  secret: string
  /** Where WeChat's host is, when it is the double: set directly, for the library's own setter forces https. */
  endpoint?: string | undefined
  tokenStore: TokenStore
  clock: { ms: () => number }
  timeoutMs: number
}

/** WeChat's codes for a token that is of no use any more. */
const STALE = new Set([40001, 40014, 42001])

type Reply = Callback<never>
const post = (path: string) =>
  function send(this: API, body: object, callback: Reply) {
    this.request(`${this.endpoint}${path}?access_token=${this.token.accessToken}`, postJSON(body), wrapper(callback))
  }

/** An image on success, JSON on failure: asked for as bytes and looked at. */
function codeImage(this: API, body: object, callback: Callback<Buffer>) {
  const url = `${this.endpoint}/wxa/getwxacodeunlimit?access_token=${this.token.accessToken}`
  const options = { type: 'POST' as const, data: body, headers: { 'Content-Type': 'application/json' } }
  this.request(url, options, (error: Error | null, bytes?: Buffer) => {
    if (error || bytes?.[0] !== 0x7b) return wrapper(callback as Reply)(error, bytes as never)
    wrapper(callback as Reply)(null, JSON.parse(bytes.toString('utf8')) as never)
  })
}

function jscode2session(this: API, code: string, callback: Reply) {
  const query = new URLSearchParams({ appid: this.appid, secret: this.appsecret, js_code: code, grant_type: 'authorization_code' })
  this.request(`${this.endpoint}/sns/jscode2session?${query}`, { dataType: 'json' }, wrapper(callback))
}

function stableToken(this: API, forced: boolean, callback: Reply) {
  const body = { grant_type: 'client_credential', appid: this.appid, secret: this.appsecret, force_refresh: forced }
  this.request(`${this.endpoint}/cgi-bin/stable_token`, postJSON(body), wrapper(callback))
}

// The library knows account-wide calls only; these are the mini-program's.
const calls = { jscode2session, stableToken }
make(calls, 'getUserPhoneNumber', post('/wxa/business/getuserphonenumber'))
make(calls, 'sendSubscribeMessage', post('/cgi-bin/message/subscribe/send'))
make(calls, 'msgSecCheck', post('/wxa/msg_sec_check'))
make(calls, 'mediaCheckAsync', post('/wxa/media_check_async'))
make(calls, 'getWxaCodeUnlimit', codeImage)
API.mixin(calls)

export type ApiCall =
  | 'jscode2session'
  | 'stableToken'
  | 'getUserPhoneNumber'
  | 'sendSubscribeMessage'
  | 'msgSecCheck'
  | 'mediaCheckAsync'
  | 'getWxaCodeUnlimit'

/** Calls wechat-api by promise. Rejects with WeChatError only; a token that WeChat refuses is replaced and the call made once more. */
export const createApi = (options: ApiOptions) => {
  const fetchToken = async (forced: boolean): Promise<AccessToken> => {
    try {
      const answer = await plain<{ access_token: string; expires_in: number }>('stableToken', forced)
      return { accessToken: answer.access_token, expireTime: options.clock.ms() + answer.expires_in * 1000 }
    } catch (error) {
      // Whatever became of the token's request, the call that needed the token has not been made.
      const { message, errcode } = error as WeChatError
      throw new WeChatError(`access token: ${message}`, 'unsent', errcode)
    }
  }
  const token = sharedToken({ appId: options.appId, store: options.tokenStore, clock: options.clock, fetchToken })

  const api = new API(
    options.appId,
    options.secret,
    (callback) => {
      // Whether a token still holds is decided by the service's clock, so the library is told that it does.
      token.current().then(({ accessToken }) => callback(null, { accessToken, expireTime: Number.MAX_SAFE_INTEGER }), callback)
    },
    (_, callback) => callback(null),
  )
  if (options.endpoint) api.endpoint = options.endpoint
  api.setOpts({ timeout: options.timeoutMs })

  // The library's own version sends the refused token again, on 40001 only.
  api.preRequest = (method: (...args: never[]) => void, args: ArrayLike<unknown>) => {
    const given = Array.from(args)
    const callback = given.pop() as Reply
    const attempt = (mayRepeat: boolean) =>
      api.getToken((error, current) => {
        if (error || !current) return callback(error)
        api.token = current
        const answered: Reply = (failure, data, response) => {
          if (!mayRepeat || !STALE.has((failure as { code?: number } | null)?.code ?? 0)) return callback(failure, data, response)
          token.drop(current.accessToken)
          attempt(false)
        }
        method.apply(api, [...given, answered] as never[])
      })
    attempt(true)
  }

  const plain = <T>(name: ApiCall, argument: unknown): Promise<T> =>
    new Promise((resolve, reject) => {
      const method = (api as unknown as Record<ApiCall, (argument: unknown, callback: Callback<T>) => void>)[name]
      method.call(api, argument, (error, data) => {
        if (error) reject(toWeChatError(error, [options.secret, api.token?.accessToken ?? '']))
        else resolve(data as T)
      })
    })
  return { call: plain }
}
