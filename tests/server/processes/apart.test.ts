import { setTimeout as sleep } from 'node:timers/promises'
import { CaseModel } from '@server/modules/cases/case.model'
import { NotificationModel } from '@server/modules/notifications/notification.model'
import { connect, database, disconnect } from '@server/platform/database'
import { uriFor } from '@tests/support/database'
import { aDouble, type Double } from '@tests/support/double'
import { bundleService, killHard } from '@tests/support/service-process'
import { aProcess, enter, fillCity, type Process, submit } from './support'

jest.setTimeout(120_000)

const uri = uriFor('apart')
let double: Double
let service: ReturnType<typeof bundleService>
let front: Process
let token: string

beforeAll(async () => {
  service = bundleService()
  double = await aDouble()
  await fillCity(uri, ['周'], 1000)
  await connect(uri)
  front = await aProcess({ program: service.program, mongoUri: uri, double, jobs: 'apart' })
  token = await enter(front.url, double, '李')
})
afterAll(async () => {
  await killHard(front.child)
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
const lives = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
const told = (count: number) => until(async () => (await NotificationModel.countDocuments({ type: 'case.submitted' })) === count)

it('tells what was submitted, but not in the process that answers', async () => {
  expect((await submit(front.url, token, 1)).status).toBe(201)
  await told(1)
  expect(await teller()).not.toBe(front.child.pid)
})

it('is started again when it was killed, and what it was to do is done once', async () => {
  const killed = await teller()
  const numbers = Array.from({ length: 40 }, (_, i) => i + 2)
  await Promise.all(
    numbers.map(async (number) => {
      if (number === 20) process.kill(killed, 'SIGKILL')
      expect((await submit(front.url, token, number)).status).toBe(201)
    }),
  )
  await told(numbers.length + 1)
  expect(lives(killed)).toBe(false)
  const next = await teller()
  expect([killed, front.child.pid]).not.toContain(next)
  await until(async () => (await CaseModel.countDocuments({ pendingAt: { $exists: true } })) === 0)
  expect(await NotificationModel.countDocuments({ type: 'case.submitted' })).toBe(numbers.length + 1)
})

it('ends when the one that started it was killed', async () => {
  const background = await teller()
  expect(lives(background)).toBe(true)
  await killHard(front.child)
  await until(() => !lives(background), 20_000)
})

it('ends with the one that started it, when that is asked to', async () => {
  front = await aProcess({ program: service.program, mongoUri: uri, double, jobs: 'apart' })
  await until(async () => !Number.isNaN(await teller()) && lives(await teller()))
  const background = await teller()
  const ended = new Promise((resolve) => front.child.once('exit', resolve))
  front.child.kill('SIGTERM')
  expect(await ended).toBe(0)
  expect(lives(background)).toBe(false)
})
