import { clock } from '@server/platform/clock'
import { connect, database, disconnect, ensureIndexes } from '@server/platform/database'
import { createLimits } from '@server/platform/limits'
import { createLog } from '@server/platform/log'
import { uriFor } from '@tests/support/database'

beforeAll(async () => {
  await connect(uriFor('limits'))
  await ensureIndexes()
  clock.allowMoving()
})
afterAll(async () => {
  clock.reset()
  await database().dropDatabase()
  await disconnect()
})

const log = createLog('error')
const ip = () => '10.0.0.9'
const someone = (accountId: string) => ({ accountId, personId: 'p', name: '', sessionId: 's', roles: [] })
/** Two processes that share a database. */
const two = (rateLimit: number, loginLimit = 100) =>
  [createLimits({ rateLimit, loginLimit, log }), createLimits({ rateLimit, loginLimit, log })] as const
type Limits = ReturnType<typeof createLimits>

/** How many of so many requests a process lets through. */
const ask = async ({ limit }: Limits, accountId: string, times: number): Promise<number> => {
  let passed = 0
  for (let n = 0; n < times; n += 1) {
    passed += await limit({ name: 'me.get', actor: someone(accountId), ip }).then(
      () => 1,
      () => 0,
    )
  }
  return passed
}
const rows = () => database().collection('counts').countDocuments({})

describe('several processes', () => {
  // Everybody begins anew with every full minute, which must not come in the middle.
  beforeEach(() => clock.set(new Date(Math.ceil(Date.now() / 60_000) * 60_000)))

  it('refuse together who asks too often, a moment after the limit', async () => {
    const [one, other] = two(100)
    let passed = 0
    // Ten requests a moment to each of them.
    for (let round = 0; round < 30; round += 1) {
      passed += (await ask(one, 'busy', 10)) + (await ask(other, 'busy', 10))
      await one.exchange()
      await other.exchange()
    }
    expect(passed).toBeGreaterThanOrEqual(100)
    expect(passed).toBeLessThanOrEqual(100 + 20)
  })
  it('write nothing for who asks as people do', async () => {
    const before = await rows()
    const [one, other] = two(600)
    for (let account = 0; account < 200; account += 1) await ask(account % 2 ? one : other, `person ${account}`, 20)
    await one.exchange()
    await other.exchange()
    expect(await rows()).toBe(before)
    expect(await ask(one, 'person 1', 1)).toBe(1)
  })
  it('count who tries codes exactly, however many processes are asked at once', async () => {
    const [one, other] = two(1000, 10)
    const tries = Array.from({ length: 40 }, (_, n) =>
      (n % 2 ? one : other).limit({ name: 'sessions.create', actor: undefined, ip }).then(
        () => 'passed',
        (error: { status: number }) => error.status,
      ),
    )
    const answers = await Promise.all(tries)
    expect(answers.filter((answer) => answer === 'passed')).toHaveLength(10)
    expect(answers.filter((answer) => answer === 429)).toHaveLength(30)
  })
})

it('what was counted is forgotten by the database itself', async () => {
  for (const name of ['counts', 'guesses']) {
    const indexes = await database().collection(name).indexes()
    expect(indexes.some((index) => index.expireAfterSeconds === 0)).toBe(true)
  }
})
