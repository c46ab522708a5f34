import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { readConfig } from '@server/config'
import { seedDesk } from '@server/modules/dispatch'
import { configureIdentity, seedAccount } from '@server/modules/identity'
import { connect, disconnect } from '@server/platform/database'
import { aCity, CITY } from '@tests/support/city'
import { DOUBLE_ACCOUNT, type Double } from '@tests/support/double'
import { complaint } from '@tests/support/factories'
import { openidOf } from '@tests/support/service'
import { startProcess } from '@tests/support/service-process'

export interface Process {
  url: string
  child: ChildProcess
}

/** Starts a process of the service, one of several on a database. */
export const aProcess = (options: { program: string; mongoUri: string; double: Double; processes?: number }): Promise<Process> => {
  const { program, mongoUri, double, processes = 1 } = options
  const { appId, secret } = DOUBLE_ACCOUNT
  const wechat = { WECHAT_APPID: appId, WECHAT_SECRET: secret, WECHAT_ENDPOINT: double.url }
  const limits = { RATE_LIMIT: '1000000', LOGIN_LIMIT: '1000000' }
  return startProcess({
    program,
    env: { ...wechat, ...limits, MONGODB_URI: mongoUri, H5_DIR: 'no-such-folder', PROCESSES: String(processes) },
  })
}

/** The small city with some mediators, written into the service's database from here. */
export const fillCity = async (mongoUri: string, mediators: readonly string[], capacity: number): Promise<void> => {
  await connect(mongoUri)
  const { tokenSecret, dataKey } = readConfig({ MONGODB_URI: mongoUri })
  const notHere = () => Promise.reject(new Error('WeChat is not asked from here'))
  configureIdentity({ tokenSecret, dataKey, wechat: { exchangeCode: notHere, phoneNumber: notHere, miniProgramCode: notHere } })
  const { organisations } = await aCity()
  for (const name of mediators) {
    const grant = { role: 'mediator' as const, organisationId: organisations.committee, regionCode: CITY.village }
    const { personId } = await seedAccount({ openid: openidOf(name), name, roles: [grant] })
    await seedDesk({ personId, name, regionCodes: [CITY.village], organisationId: organisations.committee, capacity })
  }
  await disconnect()
}

export interface Answer {
  status: number
  body: Record<string, unknown>
}
/** One request; status 0 when the process was away. */
export const ask = async (
  url: string,
  options: { token?: string; method?: string; path: string; body?: object; key?: string },
): Promise<Answer> => {
  const { token, method = 'GET', path, body, key } = options
  const headers: Record<string, string> = { 'Content-Type': 'application/json' }
  if (token) headers.Authorization = `Bearer ${token}`
  if (key) headers['Idempotency-Key'] = key
  try {
    const answer = await fetch(`${url}${path}`, {
      method,
      headers,
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(20_000),
    })
    return { status: answer.status, body: (await answer.json().catch(() => ({}))) as Record<string, unknown> }
  } catch {
    return { status: 0, body: {} }
  }
}

/** Logs somebody in, who is awake at night as well. */
export const enter = async (url: string, double: Double, name: string): Promise<string> => {
  const { version } = (await ask(url, { path: '/api/terms' })).body
  const body = { code: await double.code(openidOf(name)), consent: { version } }
  const answer = await ask(url, { method: 'POST', path: '/api/sessions', body })
  if (typeof answer.body.token !== 'string') throw new Error(`${name} could not log in: ${answer.status} ${JSON.stringify(answer.body)}`)
  const { token } = answer.body
  await ask(url, { token, method: 'PUT', path: '/api/me/notice-settings', body: { quiet: null, digestAt: null } })
  return token
}

/** Submits the `number`th case; the same number is the same case. */
const submit = (url: string, token: string, number: number): Promise<Answer> => {
  const body = complaint({ title: `第${number}盏路灯`, text: `第 ${number} 盏路灯不亮，晚上看不清路。` })
  return ask(url, { token, method: 'POST', path: '/api/cases', body, key: `case-${number}` })
}

/** Submits as a telephone does: again, with the same key, until it is heard; `url` tells whom to ask at the nth try. */
export const submitSurely = async (options: { url: (tries: number) => string; token: string; number: number }): Promise<Answer['body']> => {
  const { url, token, number } = options
  for (let tries = 0; tries < 100; tries += 1) {
    const { status, body } = await submit(url(tries), token, number)
    if (status === 200 || status === 201) return body
    expect([0, 503]).toContain(status)
    await sleep(200)
  }
  throw new Error(`case ${number} was never heard`)
}
