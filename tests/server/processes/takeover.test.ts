import { setTimeout as sleep } from 'node:timers/promises'
import { connect, database, disconnect, ensureIndexes } from '@server/platform/database'
import { createJobs } from '@server/platform/jobs'
import { holdLease, whileLeased } from '@server/platform/lease'
import { createLog } from '@server/platform/log'
import { uriFor } from '@tests/support/database'

beforeAll(async () => {
  await connect(uriFor('takeover'))
  await ensureIndexes()
})
afterAll(async () => {
  await database().dropDatabase()
  await disconnect()
})

const log = createLog('fatal')

describe('a lease', () => {
  it('is renewed while its work goes on, however long that takes', async () => {
    let others = 0
    const work = whileLeased({ name: 'long', ms: 6000, holder: 'one', work: () => sleep(14_000) })
    for (let n = 0; n < 6; n += 1) {
      await sleep(2000)
      if (await holdLease('long', 6000, 'other')) others += 1
    }
    await work
    expect(others).toBe(0)
  })
  it('of a killed holder is taken over when it has run out', async () => {
    await holdLease('killed', 5000, 'killed')
    expect(await whileLeased({ name: 'killed', ms: 5000, holder: 'other', work: async () => 'done' })).toBeUndefined()
    await sleep(5100)
    expect(await whileLeased({ name: 'killed', ms: 5000, holder: 'other', work: async () => 'done' })).toBe('done')
  })
  it('that was lost tells its work so', async () => {
    const seen: boolean[] = []
    await whileLeased({
      name: 'lost',
      ms: 300,
      holder: 'slow',
      work: async (isMine) => {
        seen.push(isMine())
        // As if this process had slept: somebody else has it now, and renewing fails.
        await database()
          .collection('leases')
          .updateOne({ _id: 'lost' as never }, { $set: { holder: 'other', until: new Date(Date.now() + 60_000) } })
        await sleep(500)
        seen.push(isMine())
      },
    })
    expect(seen).toEqual([true, false])
  })
  it('lets one of many in', async () => {
    const holders = Array.from({ length: 20 }, (_, n) => `process ${n}`)
    const got = await Promise.all(holders.map((holder) => holdLease('race', 5000, holder)))
    expect(got.filter(Boolean)).toHaveLength(1)
  })
})

describe('a job of a killed process', () => {
  it('goes on in another within a minute, although its next time has not come', async () => {
    let runs = 0
    const jobs = [{ name: 'orphan', every: '1 hour', run: async () => ++runs }]
    // What a process leaves behind that was killed in the middle: locked, its next time an hour away, its lease alive.
    const lockedAt = new Date()
    const nextRunAt = new Date(lockedAt.getTime() + 3_600_000)
    const entry = { name: 'orphan', type: 'single', priority: 0, repeatInterval: '1 hour', lockedAt, nextRunAt, lastRunAt: lockedAt }
    await database().collection('jobs').insertOne(entry)
    await holdLease('job orphan', 40_000, 'a killed process')
    const began = performance.now()
    const runner = createJobs({ jobs, log })
    await runner.start()
    while (runs === 0 && performance.now() - began < 60_000) await sleep(250)
    await runner.stop()
    expect(runs).toBe(1)
    // And not while the killed one might still be at it.
    expect(performance.now() - began).toBeGreaterThan(30_000)
  })
  it('and one that takes longer than its lock is not begun by another', async () => {
    let runs = 0
    const run = async () => {
      runs += 1
      await sleep(12_000)
    }
    const make = () => createJobs({ jobs: [{ name: 'slow', every: '1 hour', run }], log, lockMs: 4000 })
    const [one, other] = [make(), make()]
    await one.start()
    await other.start()
    await sleep(15_000)
    await Promise.all([one.stop(), other.stop()])
    expect(runs).toBe(1)
  })
})
