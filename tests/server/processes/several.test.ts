import { execFileSync } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { CaseModel } from '@server/modules/cases/case.model'
import { NotificationModel } from '@server/modules/notifications/notification.model'
import { connect, database, disconnect } from '@server/platform/database'
import { uriFor } from '@tests/support/database'
import { aDouble, type Double } from '@tests/support/double'
import { bundleService, killHard } from '@tests/support/service-process'
import { aProcess, enter, fillCity, type Process, submit } from './support'

jest.setTimeout(120_000)

const PROCESSES = 2
const uri = uriFor('several')
let double: Double
let service: ReturnType<typeof bundleService>
let first: Process
let token: string
let submitted = 0

const start = () => aProcess({ program: service.program, mongoUri: uri, double, processes: PROCESSES })

beforeAll(async () => {
  service = bundleService()
  double = await aDouble()
  await fillCity(uri, ['周'], 1000)
  await connect(uri)
  first = await start()
  token = await enter(first.url, double, '李')
})
afterAll(async () => {
  await killHard(first.child)
  await double.close()
  await database().dropDatabase()
  await disconnect()
  service.remove()
})

const until = async (holds: () => Promise<boolean> | boolean, ms = 60_000) => {
  for (const end = Date.now() + ms; Date.now() < end; await sleep(50)) if (await holds()) return
  throw new Error('It did not come to hold in time')
}
/** The process that tells events now. */
const teller = async (): Promise<number> => {
  const lease = await database()
    .collection('leases')
    .findOne({ _id: 'poll relay' as never, until: { $gt: new Date() } })
  return Number.parseInt(String(lease?.holder), 10)
}
const startedBy = ({ child }: Process): number[] =>
  execFileSync('pgrep', ['-P', String(child.pid)], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map(Number)
const lives = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
/** As a telephone does: again, with the same key, until it is heard. */
const submitSurely = async (number: number): Promise<void> => {
  for (let tries = 0; tries < 100; tries += 1) {
    const { status } = await submit(first.url, token, number)
    if (status === 201 || status === 200) return
    expect([0, 503]).toContain(status)
    await sleep(200)
  }
  throw new Error(`case ${number} was never heard`)
}
const submitMore = async (count: number, at: (n: number) => void = () => undefined): Promise<void> => {
  const numbers = Array.from({ length: count }, (_, i) => submitted + i + 1)
  submitted += count
  await Promise.all(
    numbers.map((number, i) => {
      at(i)
      return submitSurely(number)
    }),
  )
}
const allTold = async () => {
  await until(async () => (await CaseModel.countDocuments({ pendingAt: { $exists: true } })) === 0)
  expect(await CaseModel.countDocuments({})).toBe(submitted)
  expect(await NotificationModel.countDocuments({ type: 'case.submitted' })).toBe(submitted)
}

it('several answer on one port, and one that answers nobody tells what was submitted', async () => {
  await submitMore(60)
  await allTold()
  const started = startedBy(first)
  expect(started).toHaveLength(PROCESSES + 1)
  expect(started).toContain(await teller())
})

it('tell the numbers of all of them, whichever is asked', async () => {
  for (let times = 0; times < 4; times += 1) {
    const text = await (await fetch(`${first.url}/metrics`, { headers: { Connection: 'close' } })).text()
    expect(text).toMatch(new RegExp(`^http_request_duration_seconds_count\\{endpoint="cases.submit",status="2xx"\\} ${submitted}$`, 'm'))
  }
})

it('one that is killed is started again; nothing is lost, and nothing done twice', async () => {
  const before = startedBy(first)
  await submitMore(60, (n) => {
    const killed = before[n - 20]
    if (killed !== undefined) process.kill(killed, 'SIGKILL')
  })
  await until(() => startedBy(first).length === PROCESSES + 1)
  await allTold()
  expect(startedBy(first).filter((pid) => before.includes(pid))).toEqual([])
})

it('end when the one that started them was killed', async () => {
  const started = startedBy(first)
  await killHard(first.child)
  await until(() => !started.some(lives), 20_000)
})

it('end with it, when that is asked to', async () => {
  first = await start()
  const started = startedBy(first)
  const ended = new Promise((resolve) => first.child.once('exit', resolve))
  first.child.kill('SIGTERM')
  expect(await ended).toBe(0)
  expect(started.filter(lives)).toEqual([])
})
