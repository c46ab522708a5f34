/** @jest-environment node */
import { aDispute, aMediator } from '@tests/support/factories'
import { aService, type Client, type Service } from '@tests/support/service'
import { startWeapp } from './harness'

const RESIDENT = 'packages/resident/pages'
const DAY = 86_400_000

let service: Service
let mediator: Client
let app: ReturnType<typeof startWeapp>
let caseId = ''
let code = ''

const day = (after: number): string => new Date(Date.now() + after * DAY).toISOString().slice(0, 10)
const move = async (name: 'accept' | 'startMediation') => {
  const { revision } = await mediator.call('cases.get', { params: { id: caseId } })
  await mediator.call('cases.move', { params: { id: caseId }, body: { move: name, revision } })
}

beforeAll(async () => {
  service = await aService()
  mediator = await aMediator(service, { name: '周桂兰' })
  const applicant = await service.login('刘大姐')
  caseId = (await aDispute(service, applicant)).id
  await move('accept')
  const { items } = await mediator.call('slots.list', { params: { id: caseId }, query: { from: day(1), to: day(14) } })
  const [slot] = items
  if (!slot) throw new Error('no time is free')
  const booked = await mediator.call('bookings.create', {
    params: { id: caseId },
    body: { startsAt: slot.startsAt, mode: 'onsite', venueId: slot.venueIds[0] },
  })
  await applicant.call('bookings.move', { params: { id: booked.id }, body: { move: 'confirm' } })
  code = (await mediator.call('parties.invite', { params: { id: caseId }, body: { part: 'respondent' } })).code
  app = startWeapp({ service: service.url, code: () => service.double.code('o-old-qian') })
})
afterAll(async () => {
  app?.stop()
  await service?.close()
})

test('somebody who was never here before gets from the scanned code to a settled time in three presses', async () => {
  const join = await app.open(`${RESIDENT}/join/index`, { code, part: 'respondent' })
  await join.sees('有人想和您商量一件事')
  await join.sees('不收钱')
  await join.tap('我同意参加')
  await join.sees('隐私条款')
  await join.tap('我看过了，同意')
  await join.sees('您已经参加了')
  await service.drain()
  await join.sees('这个时间行吗？')
  await join.tap('行，就这个时间')
  await join.sees('时间定好了')
  join.close()
  expect(app.errors).toEqual([])
  expect(await mediator.call('cases.get', { params: { id: caseId } })).toMatchObject({ booking: { status: 'confirmed' } })
})

test('the paper that the mediator shows is read, found right, and signed with a finger', async () => {
  await move('startMediation')
  const templates = await mediator.call('papers.templates', { params: { id: caseId }, query: { kind: 'rights' } })
  const body = { kind: 'rights' as const, content: templates.items[0]?.content ?? {} }
  const { id, version, digest } = await mediator.call('papers.create', { params: { id: caseId }, body })
  await mediator.call('papers.move', { params: { id }, body: { move: 'present', version } })

  const paper = await app.open(`${RESIDENT}/paper/index`, { id })
  await paper.tap('看过了，写得对')
  await paper.sees('认为写得对')
  await mediator.call('papers.move', { params: { id }, body: { move: 'openSigning', version } })
  paper.close()

  const sign = await app.open(`${RESIDENT}/sign/index`, { id, digest })
  await sign.sees('您签的是《权利义务告知书》')
  await sign.draw([40, 60], [120, 80], [240, 200])
  await sign.tap('写好了')
  await app.opens(`/${RESIDENT}/paper/index?id=${id}`)
  sign.close()
  expect(app.errors).toEqual([])
  const { signatures } = await mediator.call('papers.get', { params: { id } })
  expect(signatures).toMatchObject([{ strokes: [[133, 200, 400, 267, 800, 667]] }])
})
