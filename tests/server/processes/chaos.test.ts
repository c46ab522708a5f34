import { setTimeout as sleep } from 'node:timers/promises'
import { countLoads } from '@server/modules/cases'
import { CaseModel } from '@server/modules/cases/case.model'
import { DeskModel } from '@server/modules/dispatch/desk.model'
import { type Delivery, type Notification, NotificationModel } from '@server/modules/notifications/notification.model'
import { connect, disconnect } from '@server/platform/database'
import { uriFor } from '@tests/support/database'
import { aDouble, type Double } from '@tests/support/double'
import { openidOf } from '@tests/support/service'
import { bundleService, killHard } from '@tests/support/service-process'
import { aProcess, ask, enter, fillCity, type Process, submitSurely } from './support'

const CASES = 1000
const AT_ONCE = 24
const KILLS = [300, 650]
const HOUR = 3_600_000
/** A minute on a machine that has nothing else to do. */
const LONGEST_MS = 420_000
const MEDIATORS = Array.from({ length: 60 }, (_, n) => `调解员${n}`)
const RESIDENTS = Array.from({ length: 120 }, (_, n) => `居民${n}`)

let double: Double
let service: ReturnType<typeof bundleService>
let processes: Process[] = []
/** All that ever ran: who was killed and replaced, too. */
const started: Process[] = []
const uri = uriFor('chaos')

beforeAll(async () => {
  service = bundleService()
  double = await aDouble()
})
afterAll(async () => {
  await disconnect()
  await Promise.all(started.map(({ child }) => killHard(child)))
  await double.close()
  service.remove()
})

const start = async (): Promise<Process> => {
  const one = await aProcess({ program: service.program, mongoUri: uri, double })
  started.push(one)
  return one
}
/** The process that answers the `n`th request. */
const at = (n: number): string => processes[n % processes.length]?.url ?? ''

/** As a power cut, and a new process in the same place. */
const killSecond = async (): Promise<void> => {
  const [, second] = processes
  if (second) await killHard(second.child)
  processes[1] = await start()
}

/** Does `work` for each number, some at a time. */
const each = async (count: number, work: (n: number) => Promise<void>): Promise<void> => {
  let next = 0
  const worker = async () => {
    for (let n = next++; n < count; n = next++) await work(n)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}

interface Submitted {
  id: string
  revision: number
  assignee: { name: string } | null
}

const submitAll = async (tokens: string[]): Promise<Submitted[]> => {
  const cases: Submitted[] = []
  let heard = 0
  let kills = Promise.resolve()
  await each(CASES, async (number) => {
    const token = tokens[number % tokens.length] ?? ''
    cases[number] = (await submitSurely({ url: (tries) => at(number + tries), token, number })) as unknown as Submitted
    heard += 1
    // The second kill waits for the new process of the first.
    if (KILLS.includes(heard)) kills = kills.then(killSecond)
  })
  await kills
  return cases
}

/** Each is accepted by who has it, so that its applicant is told. */
const acceptAll = async (cases: Submitted[], mediators: Map<string, string>): Promise<void> => {
  await each(cases.length, async (n) => {
    const token = mediators.get(cases[n]?.assignee?.name ?? '') ?? ''
    const path = `/api/cases/${cases[n]?.id}`
    const revision = cases[n]?.revision
    const moved = await ask(at(n), { token, method: 'POST', path: `${path}/moves`, body: { move: 'accept', revision } })
    expect(moved.status).toBe(200)
  })
}

type Row = Notification & { delivery: Delivery }
const waiting = (by?: Date) =>
  NotificationModel.collection.countDocuments(
    by ? { 'delivery.state': 'waiting', 'delivery.nextAt': { $lte: by } } : { 'delivery.state': { $in: ['waiting', 'sending'] } },
  )
const waitingEvents = () => CaseModel.countDocuments({ pendingAt: { $exists: true } })

/** Lets the clock run, WeChat as bad as before, until every message has come to its end. */
const letEnd = async (): Promise<void> => {
  const until = Date.now() + LONGEST_MS
  let now = Date.parse((await double.ask<{ now: string }>('GET', '/double/clock')).now)
  while (Date.now() < until) {
    await sleep(700)
    if ((await waitingEvents()) > 0) continue
    if ((await waiting()) === 0) return
    if ((await waiting(new Date(now))) > 0) continue
    now += HOUR
    await double.ask('PUT', '/double/clock', { now: new Date(now).toISOString() })
  }
  throw new Error('messages were left waiting')
}

/** What tells one message from every other: to whom, and what it says. */
const keyOf = (message: { touser?: string; template_id: string; page: string; data: object }): string =>
  JSON.stringify([message.touser, message.template_id, message.page, message.data])

it('with WeChat failing one call in three and a process killed twice, nothing is lost, and nothing is done twice', async () => {
  processes = [await start()]
  await fillCity(uri, MEDIATORS, CASES)
  await Promise.all(processes.map(({ child }) => killHard(child)))
  // Started anew, for a tree of regions that was written behind a process's back is noticed later.
  processes = [await start(), await start()]
  const tokens: string[] = []
  await each(RESIDENTS.length, async (n) => {
    tokens[n] = await enter(at(n), double, RESIDENTS[n] ?? '')
  })
  const mediators = new Map<string, string>()
  await each(MEDIATORS.length, async (n) => {
    mediators.set(MEDIATORS[n] ?? '', await enter(at(n), double, MEDIATORS[n] ?? ''))
  })
  await double.fault({ mode: 'mixed', share: 1 / 3, path: 'subscribe' })

  const submitted = await submitAll(tokens)
  expect(new Set(submitted.map(({ id }) => id)).size).toBe(CASES)
  await acceptAll(submitted, mediators)
  await connect(uri)
  await letEnd()
  await double.fault({ mode: 'ok' })

  const cases = await CaseModel.find({}, { owner: 1, status: 1, number: 1 }).lean()
  expect(cases).toHaveLength(CASES)
  expect(cases.filter((one) => !one.owner)).toEqual([])

  const rows = await NotificationModel.find({ delivery: { $exists: true } }).lean<Row[]>()
  expect(rows.length).toBeGreaterThanOrEqual(CASES)
  expect(new Set(rows.map((row) => `${row.eventId} ${row.personId}`)).size).toBe(rows.length)
  const inState = (state: Delivery['state']) => rows.filter((row) => row.delivery.state === state)
  expect(rows.filter((row) => row.delivery.state !== 'sent' && !row.delivery.reason)).toEqual([])
  expect(inState('unknown').length).toBeGreaterThan(0)

  const { items } = await double.ask<{ items: Parameters<typeof keyOf>[0][] }>('GET', '/double/messages')
  const arrived = items.map(keyOf)
  const seen = new Set<string>()
  expect(arrived.filter((key) => seen.has(key) || !seen.add(key))).toEqual([])
  const openids = new Map(await Promise.all([...MEDIATORS, ...RESIDENTS].map(async (name) => [openidOf(name), name] as const)))
  expect(items.every(({ touser }) => openids.has(touser ?? ''))).toBe(true)
  // Whatever counts as sent has arrived; whatever arrived beyond that is listed as unknown.
  expect(arrived.length).toBeGreaterThanOrEqual(inState('sent').length)
  expect(arrived.length).toBeLessThanOrEqual(inState('sent').length + inState('unknown').length)

  const desks = async () => (await DeskModel.find({}, { personId: 1, load: 1 }).lean()).map(({ personId, load }) => [personId, load])
  // The clock moves on and with it all jobs run, the one among them that counts again what a kill left behind.
  const { now } = await double.ask<{ now: string }>('GET', '/double/clock')
  await ask(at(0), { method: 'PUT', path: '/double/clock', body: { now: new Date(Date.parse(now) + HOUR).toISOString() } })
  const loads = await countLoads((await desks()).map(([personId]) => String(personId)))
  expect(await desks()).toEqual((await desks()).map(([personId]) => [personId, loads.get(String(personId)) ?? 0]))
  expect([...loads.values()].reduce((sum, load) => sum + load, 0)).toBe(CASES)
  await disconnect()
}, 700_000)
