import { aCase, aMediator } from '@tests/support/factories'
import { aService, type Client, type Service } from '@tests/support/service'
import { deadline, local, MONDAY, move, shown, view } from './support'

let service: Service
let applicant: Client
let mediator: Client

beforeAll(async () => {
  service = await aService()
  await service.clock.set(MONDAY)
  mediator = await aMediator(service, { name: '王秀兰', capacity: 200 })
  applicant = await service.login('李明')
})
beforeEach(() => service.clock.set(MONDAY))
afterAll(() => service.close())

const accepted = async () => move(mediator, await aCase(service, applicant), 'accept')
const say = (who: Client, id: string, room: 'applicant' = 'applicant') =>
  who.call('messages.send', { params: { id }, body: { room, text: '我明天上午过来看看。' } })

describe('the first reply', () => {
  test('is due from acceptance on', async () => {
    const doc = await accepted()
    expect(deadline(doc, 'reply')).toMatchObject({ open: true })
    expect(shown(deadline(doc, 'reply')?.dueAt)).toBe('2027-03-10T18:00')
    expect(doc.deadline).toBe(deadline(doc, 'reply')?.dueAt)
  })
  test("ends with the handler's first words to the applicant, not with the applicant's own", async () => {
    const doc = await accepted()
    await say(applicant, doc.id)
    await service.drain()
    expect(deadline(await view(mediator, doc.id), 'reply')?.open).toBe(true)
    await say(mediator, doc.id)
    await service.drain()
    const answered = await view(mediator, doc.id)
    expect(deadline(answered, 'reply')?.open).toBe(false)
    expect(shown(answered.deadline)).toBe('2027-03-11T18:00')
    expect(answered.revision).toBe(doc.revision)
  })
  test('is not ended by what was said before the case was accepted', async () => {
    const submitted = await aCase(service, applicant)
    await say(mediator, submitted.id)
    await service.clock.advance(60_000)
    await move(mediator, submitted, 'accept')
    await service.drain()
    expect(deadline(await view(mediator, submitted.id), 'reply')?.open).toBe(true)
  })
  test('ends when work begins', async () => {
    const doc = await move(mediator, await accepted(), 'startHandling')
    expect(doc.deadlines.filter((one) => one.open).map((one) => one.kind)).toEqual(['total'])
  })
})

describe('a pause', () => {
  test('is kept as an interval, and everything is computed from it', async () => {
    const doc = await move(mediator, await accepted(), 'startHandling')
    expect(shown(deadline(doc, 'total')?.dueAt)).toBe('2027-03-29T18:00')
    await service.clock.set(local('2027-03-10T09:30'))
    const paused = await move(mediator, doc, 'suspend', { reason: '等气象资料' })
    expect(paused).toMatchObject({ deadline: null, light: 'none', pauses: [{ to: null }] })
    await service.clock.set(local('2027-03-15T16:00'))
    const again = await move(mediator, paused, 'resume')
    expect(again.pauses.map(({ from, to }) => [shown(from), shown(to)])).toEqual([['2027-03-10T09:30', '2027-03-15T16:00']])
    // Thursday, Friday and Monday began while the clock stood.
    expect(shown(deadline(again, 'total')?.dueAt)).toBe('2027-04-01T18:00')
    await service.clock.set(local('2027-03-17T09:30'))
    const twice = await move(mediator, again, 'suspend', { reason: '等材料' })
    await service.clock.set(local('2027-03-18T09:30'))
    const last = await move(mediator, twice, 'resume')
    expect(last.pauses).toHaveLength(2)
    expect(shown(deadline(last, 'total')?.dueAt)).toBe('2027-04-02T18:00')
  })
  test('that ends with the case being withdrawn is closed too', async () => {
    const paused = await move(mediator, await accepted(), 'suspend', { reason: '等材料' })
    const gone = await move(applicant, paused, 'withdraw', { reason: '已经修好了' })
    expect(gone.pauses).toEqual([{ from: expect.any(String), to: expect.any(String) }])
    expect(gone.deadlines.some((one) => one.open)).toBe(false)
  })
})

test('what reads as dangerous has to be accepted within two hours, round the clock', async () => {
  await service.clock.set(local('2027-03-13T23:00'))
  const { id } = await aCase(service, applicant, { text: '有人拿着刀在楼下追人，还在砸门，说要砍死我们，快来人。', title: '有人持刀伤人' })
  const doc = await view(mediator, id)
  const hours = { A: '2027-03-14T01:00', B: '2027-03-15T14:00' } as Record<string, string>
  expect(Object.keys(hours)).toContain(doc.risk)
  expect(shown(deadline(doc, 'accept')?.dueAt)).toBe(hours[doc.risk])
})
