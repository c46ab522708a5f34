import { startDouble } from '../../double'

/** What is named at WeChat for its pushes. */
export const DOUBLE_PUSH = { token: 'pushTokenOfTests', aesKey: 'dGVzdHMtcHVzaC1rZXktd2l0aC0zMi1ieXRlcy0wMDA' }
export const DOUBLE_ACCOUNT = { appId: 'wx-test', secret: 'secret-of-the-double' }

/** A double of WeChat for one test file, with the calls of `/double` as functions. */
export const aDouble = async (options: { stateFile?: string } = {}) => {
  const double = await startDouble({ ...DOUBLE_ACCOUNT, ...options })
  const ask = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const headers = { 'Content-Type': 'application/json' }
    const response = await fetch(`${double.url}${path}`, { method, headers, body: body && JSON.stringify(body) })
    return (await response.json()) as T
  }
  return {
    ...double,
    ask,
    /** A login code of somebody, who comes into being with it. */
    code: async (openid: string): Promise<string> => (await ask<{ code: string }>('POST', '/double/codes', { openid })).code,
    phoneCode: async (openid: string): Promise<string> => (await ask<{ code: string }>('POST', '/double/phone-codes', { openid })).code,
    messages: async (openid: string) =>
      (
        await ask<{ items: { template_id: string; page: string; data: Record<string, { value: string }> }[] }>(
          'GET',
          `/double/messages?openid=${openid}`,
        )
      ).items,
    fault: (fault: {
      mode: 'ok' | 'busy' | 'slow' | 'down' | 'cut' | 'mixed'
      count?: number
      share?: number
      path?: string
      ms?: number
    }) => ask('POST', '/double/faults', fault),
    /** What the double takes for bad. */
    checks: (rules: { risky?: string[]; review?: string[]; media?: 'pass' | 'review' | 'risky' | 'silent' }) =>
      ask('PUT', '/double/checks', rules),
    revokeTokens: () => ask('DELETE', '/double/tokens'),
    /** How often WeChat was called by this method and path. */
    count: async (call: string): Promise<number> =>
      (await ask<{ items: { call: string; count: number }[] }>('GET', '/double/calls')).items.find((one) => one.call === call)?.count ?? 0,
  }
}
export type Double = Awaited<ReturnType<typeof aDouble>>
