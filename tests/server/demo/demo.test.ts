import { createApp } from '@server/app'
import { readConfig } from '@server/config'
import { fillDemo } from '@server/demo'
import { clock } from '@server/platform/clock'
import { connect, database, disconnect, ensureIndexes } from '@server/platform/database'
import { createLog } from '@server/platform/log'
import { CASE_STATUSES } from '@shared/cases/words'
import { STAFF_ROLES } from '@shared/identity/schemas'
import { uriFor } from '@tests/support/database'
import { aDouble, DOUBLE_ACCOUNT, type Double } from '@tests/support/double'

let double: Double
let app: ReturnType<typeof createApp>
let config: ReturnType<typeof readConfig>
const log = createLog('error')

const count = (name: string, filter: object = {}) => database().collection(name).countDocuments(filter)
const people = async () =>
  (await double.ask<{ items: { openid: string; roles: { role: string; organisationId: string | null }[] }[] }>('GET', '/double/people'))
    .items

beforeAll(async () => {
  double = await aDouble()
  config = readConfig({
    NODE_ENV: 'test',
    DEMO: '1',
    JOBS: 'off',
    MONGODB_URI: uriFor('demo'),
    WECHAT_APPID: DOUBLE_ACCOUNT.appId,
    WECHAT_SECRET: DOUBLE_ACCOUNT.secret,
    WECHAT_ENDPOINT: double.url,
  } as unknown as NodeJS.ProcessEnv)
  await connect(config.mongoUri)
  await ensureIndexes()
  app = createApp({ config, log })
  await app.start()
  await fillDemo({ config, log })
})
afterAll(async () => {
  await app.stop()
  await double.close()
  await database().dropDatabase()
  await disconnect()
})

test('the city has three counties, twelve townships, sixty villages and 240 grids, all with boundaries', async () => {
  const levels = ['city', 'county', 'township', 'village', 'grid']
  expect(await Promise.all(levels.map((level) => count('regions', { level, boundary: { $exists: true } })))).toEqual([1, 3, 12, 60, 240])
})

test('there is somebody in every role, whom the double can log in', async () => {
  const listed = await people()
  const roles = new Set(listed.flatMap((person) => person.roles.map((grant) => grant.role)))
  expect([...roles].sort()).toEqual([...STAFF_ROLES].sort())
  expect(listed.filter((person) => person.roles.length === 0).length).toBeGreaterThanOrEqual(5)
  expect(listed.filter((person) => person.roles[0]?.role === 'mediator').length).toBeGreaterThanOrEqual(14)
  expect(listed.map((person) => person.openid)).toContain('demo-wang-xiulan')
})

test('cases stand at every place of their life, in the past and with a session ahead', async () => {
  const statuses = (await database().collection('cases').distinct('status')) as string[]
  expect(CASE_STATUSES.filter((status) => !statuses.includes(status))).toEqual([])
  expect(await count('cases')).toBeGreaterThanOrEqual(60)
  expect(await count('cases', { createdAt: { $gt: clock.now() } })).toBe(0)
  expect(await count('cases', { createdAt: { $lt: new Date(clock.ms() - 50 * 86_400_000) } })).toBeGreaterThan(5)
  expect(await count('cases', { open: true, dueAt: { $lt: clock.now() } })).toBeGreaterThan(1)
  expect(await count('bookings', { active: true, startsAt: { $gt: clock.now() } })).toBeGreaterThan(3)
  expect(await count('bookings', { status: 'done' })).toBeGreaterThan(5)
  expect(await count('cases', { 'timeline.at': { $gt: clock.now() } })).toBe(0)
})

test('one dispute has been lived to its end: signed, kept, confirmed by the court, followed up, and on the shelf', async () => {
  const docket = await database().collection('dockets').findOne({ state: 'frozen', number: /调卷/ })
  expect(docket?.number).toMatch(/调卷第0001号$/)
  const missing = docket?.frozen.items.filter((item: { present: boolean }) => !item.present).map((item: { part: string }) => item.part)
  expect(missing).toEqual([])
  expect(await count('obligations', { caseId: docket?.caseId, state: 'done' })).toBe(3)
  expect(await count('followUps', { caseId: docket?.caseId, state: 'done' })).toBe(2)
})

test('briefs stand at several places of their life, and the answered one can be read by everybody', async () => {
  expect(await database().collection('briefs').distinct('state')).toEqual(['answered', 'draft', 'submitted'])
  const answered = await database().collection('briefs').findOne({ state: 'answered' })
  expect(answered?.evidence.map(({ type }: { type: string }) => type)).toEqual(expect.arrayContaining(['wording', 'count', 'note']))
  expect(answered?.adoptions.map(({ level }: { level: string }) => level)).toEqual(['district', 'city'])
  expect(await count('answers', { state: 'published', sourceId: answered?._id.toHexString() })).toBe(1)
  expect(await count('briefs', { state: 'submitted', 'signatures.state': 'signed' })).toBe(1)
  expect(await count('briefs', { 'history.at': { $gt: clock.now() } })).toBe(0)
})

test('topics are talked over at five places of their life, and the neighbours of one fall into two groups', async () => {
  const states = (await database().collection('consultations').distinct('state')) as string[]
  expect(states.sort()).toEqual(['chosen', 'judged', 'passedOn', 'proposed', 'scheduled'])
  expect(await count('consultations', { 'history.at': { $gt: clock.now() } })).toBe(0)
  expect(await count('consultations', { state: 'judged', 'judgement.people': { $gte: 10 } })).toBe(1)
  expect(await count('consultations', { state: 'scheduled', voters: { $gte: 55 }, 'meeting.at': { $gt: clock.now() } })).toBe(1)
  const shown = await database()
    .collection('consultationOpinions')
    .find({ 'publication.shown': { $exists: true } })
    .toArray()
  expect(shown.map(({ publication }) => publication.shown.groups.length)).toEqual([2])
})

test('it is filled once, and from the beginning when it was cut short', async () => {
  const cases = await count('cases')
  await fillDemo({ config, log })
  expect(await count('cases')).toBe(cases)
  await database()
    .collection<{ _id: string }>('demo')
    .updateOne({ _id: 'city' }, { $set: { state: 'filling' } })
  await Promise.all([fillDemo({ config, log }), fillDemo({ config, log })])
  expect(await count('cases')).toBe(cases)
  // Neighbours who only vote are not offered for logging in.
  expect(await count('accounts', { openid: { $not: /^demo-neighbour-/ } })).toBe((await people()).length)
})
