import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createApp } from '@server/app'
import { readConfig } from '@server/config'
import { clock } from '@server/platform/clock'
import { createJobs, createPoll } from '@server/platform/jobs'
import { holdLease } from '@server/platform/lease'
import { createLimits } from '@server/platform/limits'
import { createLog } from '@server/platform/log'
import { aCase } from '@tests/support/factories'
import { aService, type Service } from '@tests/support/service'

let service: Service
beforeAll(async () => {
  service = await aService()
})
afterAll(() => service?.close())

const log = createLog('silent')
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const until = async (what: () => boolean) => {
  for (let tries = 0; tries < 600 && !what(); tries++) await sleep(50)
}

describe('the service', () => {
  it('says that it lives and that it is ready', async () => {
    for (const path of ['/healthz', '/readyz']) expect((await service.anonymous.raw('GET', path)).status).toBe(200)
  })
  it('tells Prometheus how long each endpoint took and how far behind the outbox is', async () => {
    await service.anonymous.call('terms.get')
    const { body, headers } = await service.anonymous.raw('GET', '/metrics')
    expect(headers.get('content-type')).toMatch(/^text\/plain/)
    expect(body).toMatch(/http_request_duration_seconds_count\{endpoint="terms.get",status="2xx"\} \d+/)
    expect(body).toMatch(/^outbox_lag_seconds \d/m)
    expect(body).toMatch(/^deliveries\{state="unknown"\} 0$/m)
    expect(body).toMatch(/^cases_uncompared 0$/m)
  })
  it('describes itself', async () => {
    expect((await service.anonymous.raw('GET', '/api/openapi.json')).body.openapi).toBe('3.1.0')
  })
  it('compresses long answers for those who can unpack them', async () => {
    const ask = (encoding: string) => service.anonymous.raw('GET', '/api/openapi.json', { headers: { 'Accept-Encoding': encoding } })
    expect((await ask('gzip')).headers.get('content-encoding')).toBe('gzip')
    expect((await ask('identity')).headers.get('content-encoding')).toBeNull()
  })
  it('reads the names of schemes and of types in any case, and takes no other type for JSON', async () => {
    const li = await service.login('写法')
    expect((await service.anonymous.raw('GET', '/api/me', { headers: { Authorization: `bearer ${li.token}` } })).status).toBe(200)
    const send = (type: string) => li.raw('PATCH', '/api/me/profile', { rawBody: '{"careMode":true}', headers: { 'Content-Type': type } })
    expect((await send('Application/JSON; charset=UTF-8')).status).toBe(200)
    expect((await send('application/json-patch+json')).status).toBe(415)
  })
  it('lets nobody keep its answers, or take them for something else', async () => {
    const { headers } = await service.anonymous.raw('GET', '/api/terms')
    expect([headers.get('cache-control'), headers.get('x-content-type-options')]).toEqual(['no-store', 'nosniff'])
  })
})

describe('who leaves', () => {
  it('takes everything along, but not before the open cases are ended', async () => {
    const li = await service.login('李')
    const { id, number, revision } = await aCase(service, li)
    expect((await li.call('me.export')).parts.cases).toMatchObject([{ number }])
    const erase = () => li.raw('DELETE', '/api/me/data', { body: { confirm: '注销账号' } })
    expect(await erase()).toMatchObject({ status: 409, body: { code: 'conflict' } })
    await li.call('cases.move', { params: { id }, body: { move: 'withdraw', revision, reason: '已经修好了' } })
    expect((await erase()).status).toBe(204)
    expect((await li.raw('GET', '/api/me')).status).toBe(401)
  })
})

describe('what somebody is given of themselves', () => {
  it('holds the words of those for whom they filed no more than their number', async () => {
    const worker = await service.staff('gridWorker')
    const { number } = await aCase(service, worker, { onBehalfOf: { name: '何大娘' } })
    const [filed] = (await worker.call('me.export')).parts.cases as Record<string, unknown>[]
    expect(filed).toMatchObject({ number })
    expect(Object.keys(filed ?? {})).not.toEqual(expect.arrayContaining(['text']))
    expect(filed?.address).toBeUndefined()
  })
})

describe('the double', () => {
  it('is reached through the service', async () => {
    const answer = await service.anonymous.raw('POST', '/double/codes', { body: { openid: 'o-any' } })
    expect([answer.status, typeof answer.body.code]).toEqual([201, 'string'])
  })
  it('moves the clock of both', async () => {
    await service.clock.set('2026-12-31T10:00:00+08:00')
    expect(Math.abs(clock.ms() - Date.parse('2026-12-31T02:00:00Z'))).toBeLessThan(60_000)
    const { body } = await service.anonymous.raw('GET', '/double/clock')
    expect(body.now).toMatch(/^2026-12-31T02:00/)
  })
  it('refuses times that are none', async () => {
    expect((await service.anonymous.raw('PUT', '/double/clock', { body: { now: 'soon' } })).status).toBe(400)
  })
})

describe('without the double', () => {
  it('nothing is at /double, and the clock cannot be moved', async () => {
    const config = readConfig({ NODE_ENV: 'test', MONGODB_URI: 'mongodb://unused', H5_DIR: 'no-such-folder' })
    const server = createServer(createApp({ config, log }).callback)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const body = JSON.stringify({ now: '2030-01-01T00:00:00Z' })
    for (const [method, path] of [
      ['GET', '/double/people'],
      ['POST', '/double/codes'],
      ['PUT', '/double/clock'],
    ])
      expect((await fetch(`${url}${path}`, { method, body: method === 'GET' ? undefined : body })).status).toBe(404)
    server.close()
  })
})

describe('who asks too often', () => {
  const actor = { accountId: 'a', personId: 'p', name: '', sessionId: 's', roles: [] }
  const ip = () => '10.0.0.1'

  it('is told when to come back, each account for itself', async () => {
    const { limit } = createLimits({ rateLimit: 3, loginLimit: 100, log })
    for (let times = 0; times < 3; times++) await limit({ name: 'me.get', actor, ip })
    const refusal = limit({ name: 'me.get', actor, ip })
    await expect(refusal).rejects.toMatchObject({ status: 429, code: 'too_many_requests' })
    const { options } = (await refusal.catch((error: unknown) => error)) as { options: { headers: Record<string, string> } }
    expect(Number(options.headers['Retry-After'])).toBeGreaterThan(0)
    await limit({ name: 'me.get', actor: { ...actor, accountId: 'b' }, ip })
  })
  it('may try fewer codes than it may ask questions', async () => {
    const { limit } = createLimits({ rateLimit: 100, loginLimit: 2, log })
    for (let times = 0; times < 2; times++) await limit({ name: 'sessions.create', actor: undefined, ip })
    await expect(limit({ name: 'sessions.create', actor: undefined, ip })).rejects.toMatchObject({ status: 429 })
    await limit({ name: 'terms.get', actor: undefined, ip })
  })
})

describe('jobs', () => {
  it('run by the table of jobs, and at once when asked', async () => {
    let runs = 0
    const jobs = createJobs({ jobs: [{ name: 'count', every: '1 hour', run: async () => ++runs }], log, lockMs: 2000 })
    await jobs.start()
    await until(() => runs > 0)
    expect(runs).toBeGreaterThan(0)
    const before = runs
    await jobs.runAll()
    expect(runs).toBe(before + 1)
    expect(jobs.healthy()).toBe(true)
    await jobs.stop()
  })
  it('that fail stop nothing', async () => {
    let runs = 0
    const fail = async () => {
      runs++
      throw new Error('no luck')
    }
    const jobs = createJobs({ jobs: [{ name: 'fail', every: '1 hour', run: fail }], log })
    await jobs.runAll()
    await jobs.runAll()
    expect(runs).toBe(2)
  })
  it('that another process is doing are left to it', async () => {
    let runs = 0
    await holdLease('job theirs', 60_000, 'another process')
    await createJobs({ jobs: [{ name: 'theirs', every: '1 hour', run: async () => ++runs }], log }).runAll()
    expect(runs).toBe(0)
  })
  it('that poll go on in one process, and in another when its lease runs out', async () => {
    let runs = 0
    await holdLease('poll p', 5000, 'a killed process')
    const poll = createPoll({ name: 'p', everyMs: 20, work: async () => ++runs, log })
    poll.start()
    await sleep(120)
    expect(runs).toBe(0)
    await until(() => runs > 2)
    expect(runs).toBeGreaterThan(2)
    await poll.stop()
    const ended = runs
    await sleep(80)
    expect(runs).toBe(ended)
  })
})
