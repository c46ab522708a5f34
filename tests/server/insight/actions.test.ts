import { stopInsight } from '@server/modules/insight'
import { CITY } from '@tests/support/city'
import type { CallOptions } from '@tests/support/client'
import { aService, type Client, type Service } from '@tests/support/service'
import { anEverydayPast, BUS, bring, follow, people, signalAbout, signalsFor, WATER } from './support'

let service: Service
let member: Client
const ABOUT_WATER = /水厂|自来水|银杏|怪味/
const ABOUT_BUS = /公交|卫生院|改道/

beforeEach(async () => {
  service = await aService()
  await anEverydayPast(service)
  member = await service.staff('cppccMember')
  await bring({ service, affair: WATER, names: people('用水', 8) })
  await bring({ service, affair: BUS, names: people('坐车', 8) })
  await follow(service)
})
afterEach(() => service?.close())

type Action = NonNullable<CallOptions<'signals.act'>['body']>
const get = (id: string, client = member) => client.call('signals.get', { params: { id } })
const act = async (id: string, action: Omit<Action, 'revision'>, client = member) =>
  client.call('signals.act', { params: { id }, body: { revision: (await get(id, client)).revision, ...action } })
const raw = (id: string, body: object, client = member) => client.raw('POST', `/api/signals/${id}/actions`, { body })
const about = async (word: RegExp, query: object = {}) => {
  const signal = await signalAbout(member, word, query)
  if (!signal) throw new Error('There is no such signal')
  return signal
}
const readAnew = async () => {
  await stopInsight()
  await follow(service)
}
const wordingsOf = async (id: string) => (await member.call('signals.wordings', { params: { id }, query: { limit: 100 } })).items

test('a name stays, whatever comes and however often the stream is read', async () => {
  const { id } = await about(ABOUT_WATER)
  const renamed = await act(id, { action: 'rename', name: '水厂的水' })
  expect(renamed).toMatchObject({ name: '水厂的水', revision: 1, history: [{ by: member.user.name, text: '改名为“水厂的水”' }] })
  await bring({ service, affair: WATER, names: people('后来', 3) })
  await readAnew()
  expect(await get(id)).toMatchObject({ name: '水厂的水', people: 11 })
})

test('of many who change it at the same time one is first, and the others are told', async () => {
  const { id } = await about(ABOUT_WATER)
  const { revision } = await get(id)
  const answers = await Promise.all(Array.from({ length: 12 }, (_, i) => raw(id, { action: 'rename', name: `名字${i}`, revision })))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.filter(({ status, body }) => status === 409 && body.code === 'conflict')).toHaveLength(11)
  expect((await get(id)).history).toHaveLength(1)
})

test('what is muted is not listed, does not come back with new messages or a new stream, and can be had back', async () => {
  const { id } = await about(ABOUT_WATER)
  await act(id, { action: 'mute', reason: '水厂已经在换管子' })
  await bring({ service, affair: WATER, names: people('还有', 4) })
  await follow(service)
  await readAnew()
  expect(await signalAbout(member, ABOUT_WATER)).toBeUndefined()
  expect((await signalsFor(member, { muted: true })).map((one) => one.id)).toEqual([id])
  expect((await get(id)).can).toContain('unmute')
  await act(id, { action: 'unmute' })
  expect((await about(ABOUT_WATER)).id).toBe(id)
})

test('two that were merged are one from then on, for later messages of either and for a new stream', async () => {
  const [water, bus] = [await about(ABOUT_WATER), await about(ABOUT_BUS)]
  const merged = await act(water.id, { action: 'merge', otherId: bus.id })
  expect(merged).toMatchObject({ id: water.id, people: 16 })
  // Whoever has the other's address comes to the one.
  expect((await get(bus.id)).id).toBe(water.id)
  await bring({ service, affair: BUS, names: people('又坐', 3) })
  await bring({ service, affair: WATER, names: people('又用', 3) })
  for (const again of [() => follow(service), readAnew]) {
    await again()
    expect((await signalsFor(member)).map((one) => [one.id, one.people])).toEqual([[water.id, 22]])
  }
})

test('what was split off is a signal of its own and stays apart, for a new stream as well', async () => {
  const { id } = await about(ABOUT_WATER)
  await bring({ service, affair: WATER, names: people('多人', 5) })
  await follow(service)
  const chosen = (await wordingsOf(id)).slice(0, 6).map((one) => one.id)
  const rest = await act(id, { action: 'split', wordingIds: chosen })
  expect(rest).toMatchObject({ id, people: 7 })
  for (const again of [async () => undefined, () => follow(service), readAnew]) {
    await again()
    const others = (await signalsFor(member)).filter((one) => one.id !== id && !ABOUT_BUS.test(one.name))
    expect(others.map((one) => one.people)).toEqual([6])
    expect((await wordingsOf(others[0]?.id ?? '')).map((one) => one.id).sort()).toEqual([...chosen].sort())
    expect((await get(id)).people).toBe(7)
  }
})

test('a few that were split off only leave, and do not come back', async () => {
  const { id } = await about(ABOUT_WATER)
  const chosen = (await wordingsOf(id)).slice(0, 2).map((one) => one.id)
  await act(id, { action: 'split', wordingIds: chosen })
  for (const again of [() => follow(service), readAnew]) {
    await again()
    expect((await get(id)).people).toBe(6)
    expect(await signalsFor(member)).toHaveLength(2)
  }
})

test('who sees a smaller part of it may not change it', async () => {
  const { id } = await about(ABOUT_WATER)
  await bring({ service, affair: WATER, names: people('远处', 5), where: 'farGrid' })
  await follow(service)
  const far = await service.staff('cppccMember', { regionCode: CITY.otherCounty })
  expect((await get(id, far)).can).toEqual(['consult', 'brief'])
  expect((await raw(id, { action: 'mute', reason: '不归我', revision: 0 }, far)).status).toBe(403)
})

test('what cannot be done is refused, naming the field', async () => {
  const { id } = await about(ABOUT_WATER)
  const all = (await wordingsOf(id)).map((one) => one.id)
  const asked: [body: object, field: string, code?: string][] = [
    [{ action: 'rename' }, 'name', 'required'],
    [{ action: 'rename', name: '水' }, 'name'],
    [{ action: 'mute' }, 'reason', 'required'],
    [{ action: 'merge' }, 'otherId', 'required'],
    [{ action: 'merge', otherId: id }, 'otherId', 'same'],
    [{ action: 'split' }, 'wordingIds', 'required'],
    [{ action: 'split', wordingIds: [] }, 'wordingIds'],
    [{ action: 'split', wordingIds: ['nothing'] }, 'wordingIds', 'unknown_wording'],
    [{ action: 'split', wordingIds: all }, 'wordingIds', 'too_many'],
    [{ action: 'shout' }, 'action'],
  ]
  for (const [body, field, code] of asked) {
    const answer = await raw(id, { revision: 0, ...body })
    expect([answer.status, answer.body.errors[0].path]).toEqual([400, field])
    if (code) expect(answer.body.errors[0].code).toBe(code)
  }
  expect((await raw(id, { revision: 0, action: 'merge', otherId: '0'.repeat(24) })).status).toBe(404)
  expect(await get(id)).toMatchObject({ revision: 0, history: [] })
})
