/** How far a failed call got: `refused` WeChat said no; `unsent` it never reached WeChat; `unknown` nobody can tell. */
export type Reach = 'refused' | 'unsent' | 'unknown'

/** A call to WeChat that failed. Holds nothing secret: no tokens, no secret, no login codes, no response objects. */
export class WeChatError extends Error {
  override name = 'WeChatError'
  constructor(
    message: string,
    readonly reach: Reach,
    readonly errcode?: number,
  ) {
    super(message)
  }
}

/** WeChat will not look at a text or file as it was given: asking again changes nothing. */
export class CheckRefused extends Error {
  override name = 'CheckRefused'
  constructor(readonly errcode: number) {
    super(`WeChat does not check it: ${errcode}`)
  }
}

const HIDDEN = /\b(secret|appsecret|access_token|js_code|session_key|refresh_token|code)(["']?\s*[=:]\s*["']?)[^&\s"',)}]+/gi

/** A text without the values that must not be logged: by their names, and by the values themselves. */
export const redact = (text: string, secrets: string[] = []): string =>
  secrets
    .filter((secret) => secret.length > 0)
    .reduce((left, secret) => left.replaceAll(secret, '[redacted]'), text.replace(HIDDEN, '$1$2[redacted]'))

// What urllib calls an error before a connection stood, and so before WeChat could have read anything.
const UNSENT = /ConnectionTimeoutError|RequestError|ENOTFOUND|ECONNREFUSED|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH/

/** Makes a WeChatError of whatever wechat-api answered with. */
export const toWeChatError = (error: unknown, secrets: string[]): WeChatError => {
  if (error instanceof WeChatError) return error
  const { name, message, code } = error as { name?: string; message?: string; code?: unknown }
  const said = redact(`${name ?? 'Error'}: ${message ?? ''}`, secrets)
  if (typeof code === 'number' && name === 'WeChatAPIError') return new WeChatError(said, 'refused', code)
  return new WeChatError(said, UNSENT.test(`${name} ${String(code)}`) ? 'unsent' : 'unknown')
}
