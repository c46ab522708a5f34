import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '@server/config'
import { seedDesk } from '@server/modules/dispatch'
import { configureIdentity, seedAccount } from '@server/modules/identity'
import { connect, database, disconnect } from '@server/platform/database'
import { aCity, CITY } from '@tests/support/city'
import { uriFor } from '@tests/support/database'
import { aDouble, DOUBLE_ACCOUNT, type Double } from '@tests/support/double'
import { complaint } from '@tests/support/factories'
import { openidOf } from '@tests/support/service'
import { bundleService, freePort, killHard, startProcess } from '@tests/support/service-process'

const COUNT = 500
const AT_ONCE = 40
const KILL_AFTER = 150

let double: Double
let service: ReturnType<typeof bundleService>
let started: ChildProcess[] = []
beforeAll(async () => {
  service = bundleService()
  double = await aDouble()
})
afterEach(async () => {
  await Promise.all(started.map(killHard))
  started = []
})
afterAll(async () => {
  await double.close()
  service.remove()
})

const start = async (mongoUri: string) => {
  const { appId, secret } = DOUBLE_ACCOUNT
  const wechat = { WECHAT_APPID: appId, WECHAT_SECRET: secret, WECHAT_ENDPOINT: double.url }
  const env = { ...wechat, MONGODB_URI: mongoUri, RATE_LIMIT: '1000000', LOGIN_LIMIT: '1000000', H5_DIR: 'no-such-folder' }
  const running = await startProcess({ program: service.program, env })
  started.push(running.child)
  return running
}

/** The small city and a mediator with room for everything, written from here into the service's database. */
const fill = async (mongoUri: string) => {
  await connect(mongoUri)
  const { tokenSecret, dataKey } = readConfig({ MONGODB_URI: mongoUri })
  const notHere = () => Promise.reject(new Error('WeChat is not asked from here'))
  configureIdentity({ tokenSecret, dataKey, wechat: { exchangeCode: notHere, phoneNumber: notHere, miniProgramCode: notHere } })
  const { organisations } = await aCity()
  const grant = { role: 'mediator' as const, organisationId: organisations.committee, regionCode: CITY.village }
  const { personId } = await seedAccount({ openid: openidOf('周'), name: '周', roles: [grant] })
  const at = { regionCodes: [CITY.village], organisationId: organisations.committee }
  await seedDesk({ personId, name: '周', ...at, capacity: COUNT * 2 })
  await disconnect()
}

const login = async (url: string): Promise<string> => {
  const { version } = (await (await fetch(`${url}/api/terms`)).json()) as { version: string }
  const body = JSON.stringify({ code: await double.code(openidOf('李')), consent: { version } })
  const answer = await fetch(`${url}/api/sessions`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body })
  return ((await answer.json()) as { token: string }).token
}

interface Answer {
  status: number
  id?: string
}
const submit = async (url: string, token: string, number: number): Promise<Answer> => {
  const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${token}`, 'Idempotency-Key': `key-${number}` }
  const body = JSON.stringify(complaint({ text: `第 ${number} 件：路灯不亮。` }))
  try {
    const answer = await fetch(`${url}/api/cases`, { method: 'POST', headers, body })
    return { status: answer.status, id: ((await answer.json()) as { id?: string }).id }
  } catch {
    return { status: 0 }
  }
}
/** Submits all of them, some at a time; `heard` is told of each answer. */
const submitAll = async (url: string, token: string, heard: (number: number, answer: Answer) => void | Promise<void>) => {
  let next = 0
  const work = async () => {
    for (let number = next++; number < COUNT; number = next++) await heard(number, await submit(url, token, number))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
}

const expectEachOnce = async (mongoUri: string, acknowledged: Map<number, string>, repeated: Map<number, string>) => {
  expect(repeated.size).toBe(COUNT)
  for (const [number, id] of acknowledged) expect(repeated.get(number)).toBe(id)
  await connect(mongoUri)
  const cases = await database().collection('cases').find().toArray()
  await disconnect()
  expect(cases).toHaveLength(COUNT)
  expect(new Set(cases.map((one) => one.number)).size).toBe(COUNT)
  expect(new Set(cases.map((one) => one._id.toHexString()))).toEqual(new Set(repeated.values()))
  for (const one of cases) expect(one.timeline.map((entry: { type: string }) => entry.type)).toEqual(['submitted', 'assign'])
}

it('a killed service has lost nothing that it acknowledged, and repeats change nothing', async () => {
  const uri = uriFor('kill')
  const first = await start(uri)
  await fill(uri)
  // The tree of regions that was written behind its back is noticed within seconds; a restart notices it at once.
  await killHard(first.child)
  const second = await start(uri)
  const token = await login(second.url)
  const acknowledged = new Map<number, string>()
  await submitAll(second.url, token, (number, { status, id }) => {
    if (status === 201 && id) acknowledged.set(number, id)
    if (acknowledged.size === KILL_AFTER) second.child.kill('SIGKILL')
  })
  expect(acknowledged.size).toBeGreaterThanOrEqual(KILL_AFTER)
  expect(acknowledged.size).toBeLessThan(COUNT)

  const third = await start(uri)
  const repeated = new Map<number, string>()
  await submitAll(third.url, token, (number, { status, id }) => {
    expect([200, 201]).toContain(status)
    if (acknowledged.has(number)) expect(status).toBe(200)
    repeated.set(number, id ?? '')
  })
  await expectEachOnce(uri, acknowledged, repeated)
})

describe('a killed mongod', () => {
  const dir = mkdtempSync(join(tmpdir(), 'haoshangliang-kill-'))
  afterAll(() => rmSync(dir, { recursive: true, force: true }))

  const startMongod = async (port: number): Promise<{ pid: number; uri: string }> => {
    const child = spawn(process.execPath, [join(__dirname, '../../support/mongod-own.mjs'), join(dir, 'db'), String(port)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    started.push(child)
    const said = await new Promise<Buffer>((resolve) => child.stdout?.once('data', resolve))
    return JSON.parse(said.toString())
  }

  it('comes back with all that was acknowledged, and the service goes on by itself', async () => {
    const port = await freePort()
    const mongod = await startMongod(port)
    const before = await start(mongod.uri)
    await fill(mongod.uri)
    await killHard(before.child)
    const { url } = await start(mongod.uri)
    const token = await login(url)
    const acknowledged = new Map<number, string>()
    let restarted: Promise<{ pid: number }> | undefined
    await submitAll(url, token, (number, { status, id }) => {
      expect([201, 503]).toContain(status)
      if (status === 201 && id) acknowledged.set(number, id)
      if (acknowledged.size < KILL_AFTER || restarted) return
      process.kill(mongod.pid, 'SIGKILL')
      restarted = startMongod(port)
    })
    const again = await restarted
    expect(again).toBeDefined()
    const repeated = new Map<number, string>()
    await submitAll(url, token, async (number, answer) => {
      let heard = answer
      for (let tries = 0; heard.status === 503 && tries < 20; tries++) heard = await submit(url, token, number)
      expect([200, 201]).toContain(heard.status)
      repeated.set(number, heard.id ?? '')
    })
    await expectEachOnce(mongod.uri, acknowledged, repeated)
    if (again) process.kill(again.pid, 'SIGTERM')
  })
})
