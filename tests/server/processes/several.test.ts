import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { CaseModel } from '@server/modules/cases/case.model'
import { NotificationModel } from '@server/modules/notifications/notification.model'
import { connect, database, disconnect } from '@server/platform/database'
import { uriFor } from '@tests/support/database'
import { aDouble, type Double } from '@tests/support/double'
import { bundleService, killHard } from '@tests/support/service-process'
import { until } from '@tests/support/until'
import { aProcess, enter, fillCity, type Process, submitSurely } from './support'

/** On a machine that is busy with other tests. */
const LONG_MS = 60_000

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

/** The process that tells events now. */
const teller = async (): Promise<number> => {
  const lease = await database()
    .collection('leases')
    .findOne({ _id: 'poll relay' as never, until: { $gt: new Date() } })
  return Number.parseInt(String(lease?.holder), 10)
}
/** The parent of every process there is, from where the system keeps them: `ps` is not everywhere. */
const parents = (): [number, number][] => {
  if (!existsSync('/proc/self')) {
    const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n')
    return lines.map((line) => line.trim().split(/\s+/).map(Number) as [number, number])
  }
  return readdirSync('/proc').flatMap((pid) => {
    try {
      return [[Number(pid), Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1])]]
    } catch {
      // Not a process, or one that has just ended.
      return []
    }
  })
}
const startedBy = ({ child }: Process): number[] => parents().flatMap(([pid, parent]) => (parent === child.pid ? [pid] : []))
const lives = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
const submitMore = async (count: number, at: (n: number) => void = () => undefined): Promise<void> => {
  const numbers = Array.from({ length: count }, (_, i) => submitted + i + 1)
  submitted += count
  await Promise.all(
    numbers.map((number, i) => {
      at(i)
      return submitSurely({ url: () => first.url, token, number })
    }),
  )
}
const allTold = async () => {
  await until(async () => (await CaseModel.countDocuments({ pendingAt: { $exists: true } })) === 0, LONG_MS)
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
  await until(() => startedBy(first).length === PROCESSES + 1, LONG_MS)
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
