import { database, ObjectId } from '@server/platform/database'
import { CITY, POINTS } from '@tests/support/city'
import { aCase } from '@tests/support/factories'
import type { Client, Service } from '@tests/support/service'
import { hearEvents, local, MONDAY, move, onMonday, view } from './support'

let service: Service
let applicant: Client
let mediator: Client
let supervisor: Client
const events = hearEvents()

beforeAll(async () => {
  ;({ service, mediator, applicant } = await onMonday())
  supervisor = await service.staff('supervisor', { regionCode: CITY.township })
  for (const regionCode of [CITY.county, CITY.city, CITY.province]) await service.staff('supervisor', { regionCode })
})
beforeEach(() => service.clock.set(MONDAY))
afterAll(() => service.close())

/** Accepted and answered: what is due first is the next step, on Thursday at six. What nobody accepts would go on to others. */
const anAccepted = async () => {
  const doc = await move(mediator, await aCase(service, applicant), 'accept')
  await mediator.call('messages.send', { params: { id: doc.id }, body: { room: 'applicant', text: '收到，我来看看。' } })
  await service.drain()
  return view(mediator, doc.id)
}
const jump = async (text: string) => {
  await service.clock.set(local(text))
  await Promise.all([service.catchUp(), service.catchUp()])
  await service.catchUp()
}

describe('a light', () => {
  test('turns yellow, then red, and each is told once', async () => {
    const { id, light } = await anAccepted()
    expect(light).toBe('green')
    // Of 27 working hours, 70 in a hundred have passed on Wednesday at 16:54.
    await jump('2027-03-10T16:53')
    expect(events(id, 'light.changed')).toEqual([])
    await jump('2027-03-10T16:54')
    expect(events(id, 'light.changed')).toEqual([{ light: 'yellow', deadlines: ['act'] }])
    expect((await view(mediator, id)).light).toBe('yellow')
    await jump('2027-03-11T18:00')
    expect(events(id, 'light.changed').at(-1)).toEqual({ light: 'red', deadlines: ['act'] })
    await jump('2027-03-11T18:30')
    expect(events(id, 'light.changed')).toHaveLength(2)
    const late = await view(mediator, id)
    expect(late.light).toBe('red')
    expect(late.timeline.filter((one) => one.type === 'deadline.passed')).toHaveLength(1)
    expect((await view(applicant, id)).timeline.some((one) => one.type === 'deadline.passed')).toBe(false)
  })
  test('that was never looked at while yellow is told as red only', async () => {
    const { id } = await anAccepted()
    await jump('2027-03-12T10:00')
    expect(events(id, 'light.changed')).toEqual([{ light: 'red', deadlines: ['act'] }])
  })
  test('is out while the case stands still, and is not told again when it goes on unchanged', async () => {
    const accepted = await move(mediator, await aCase(service, applicant), 'accept')
    const doc = await move(mediator, accepted, 'startHandling')
    await jump('2027-03-24T10:00')
    expect(events(doc.id, 'light.changed')).toEqual([{ light: 'yellow', deadlines: ['total'] }])
    const paused = await move(mediator, await view(mediator, doc.id), 'suspend', { reason: '等材料' })
    await jump('2027-03-24T15:00')
    const again = await move(mediator, paused, 'resume')
    expect([paused.light, again.light]).toEqual(['none', 'yellow'])
    await jump('2027-03-24T16:00')
    expect(events(doc.id, 'light.changed')).toHaveLength(1)
    // A pause over weeks gives the time back: the light is green, and tells anew later.
    const long = await move(mediator, await view(mediator, doc.id), 'suspend', { reason: '等材料' })
    await jump('2027-04-14T10:00')
    await move(mediator, long, 'resume')
    await jump('2027-04-30T10:00')
    expect(events(doc.id, 'light.changed').length).toBeGreaterThan(1)
  })
  test('of the applicant’s own word is nobody’s alarm', async () => {
    const accepted = await move(mediator, await aCase(service, applicant), 'accept')
    const handling = await move(mediator, accepted, 'startHandling')
    const { id } = await move(mediator, handling, 'resolve', { reason: '修好了' })
    await jump('2027-03-26T10:00')
    expect(events(id, 'light.changed')).toEqual([])
  })
})

describe('what is red still', () => {
  const county = { regionCode: CITY.county }
  const city = { regionCode: CITY.city }
  test('goes up level by level to the city, one level after each seven working hours', async () => {
    const { id } = await anAccepted()
    await jump('2027-03-11T18:00')
    await jump('2027-03-12T17:59')
    expect(events(id, 'deadline.escalated')).toEqual([])
    await jump('2027-03-12T18:00')
    expect(events(id, 'deadline.escalated')).toEqual([county])
    await jump('2027-03-15T18:00')
    expect(events(id, 'deadline.escalated')).toEqual([county, city])
    for (const day of ['16', '17', '18']) await jump(`2027-03-${day}T18:00`)
    expect(events(id, 'deadline.escalated')).toHaveLength(2)
  })
  test('goes on going up after an event that leaves the deadline as it is', async () => {
    const { id } = await anAccepted()
    await jump('2027-03-11T18:00')
    await supervisor.call('supervisions.start', { params: { id }, body: { text: '请说明。', dueAt: local('2027-04-09T18:00') } })
    await jump('2027-03-12T18:00')
    expect(events(id, 'deadline.escalated')).toEqual([county])
  })
  test('stops when somebody does what was due', async () => {
    const { id } = await anAccepted()
    await jump('2027-03-11T18:00')
    await move(mediator, await view(mediator, id), 'startHandling')
    await jump('2027-03-12T18:00')
    expect(events(id, 'deadline.escalated')).toEqual([])
  })
})

describe('the counts of lights', () => {
  test('are by the regions below the watched ones, and agree with a count one by one', async () => {
    for (let n = 0; n < 3; n += 1) await aCase(service, applicant, { location: { type: 'Point', coordinates: [...POINTS.grid] } })
    const far = await aCase(service, applicant, { location: { type: 'Point', coordinates: [...POINTS.farGrid] } })
    await service.clock.set(local('2027-03-09T15:00'))
    const city = await service.staff('supervisor', { regionCode: CITY.city })
    const { items } = await city.call('lights.count')
    expect(items.map((one) => one.regionCode)).toEqual([CITY.county, CITY.otherCounty])
    const now = service.clock.now()
    const docs = await database().collection('cases').find({ open: true }).toArray()
    for (const item of items) {
      const own = docs.filter((doc) => doc.regionCode.startsWith(item.regionCode))
      const red = own.filter((doc) => doc.dueAt < now).length
      const yellow = own.filter((doc) => doc.dueAt >= now && doc.dueAt < new Date('9999-01-01') && doc.warnAt <= now).length
      expect(item).toMatchObject({ open: own.length, red, yellow })
    }
    expect(items[0]?.yellow).toBeGreaterThan(0)
    await city.call('supervisions.start', { params: { id: far.id }, body: { text: '请说明。' } })
    expect((await city.call('lights.count')).items[1]).toMatchObject({ regionName: '西河县', supervised: 1 })
  })
  test('are for those who watch over regions', async () => {
    for (const other of [applicant, mediator]) await expect(other.call('lights.count')).rejects.toMatchObject({ status: 403 })
  })
  test('are read from an index alone', async () => {
    const plan = await database()
      .collection('cases')
      .find({ open: true, regionCode: { $gte: '88', $lt: '88:' } }, { projection: { _id: 0, open: 1, regionCode: 1, dueAt: 1, warnAt: 1 } })
      .hint('standing')
      .explain('executionStats')
    expect(plan.executionStats.totalDocsExamined).toBe(0)
  })
})

test('a case of the time before lights were kept is read all the same', async () => {
  const { id } = await aCase(service, applicant)
  const _id = new ObjectId(id)
  const cases = database().collection('cases')
  const [first] = (await cases.findOne({ _id }))?.deadlines ?? []
  const old = { kind: first.kind, startedAt: first.startedAt, dueAt: first.dueAt, open: true }
  await cases.updateOne({ _id }, { $set: { deadlines: [old] }, $unset: { warnAt: '', lightAt: '', pauses: '' } })
  expect(await view(mediator, id)).toMatchObject({ light: 'green' })
  const accepted = await move(mediator, await view(mediator, id), 'accept')
  expect(accepted.light).toBe('green')
  await jump('2027-03-29T18:00')
  expect(events(id, 'light.changed').length).toBeGreaterThan(0)
})
