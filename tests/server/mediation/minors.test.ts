import { aMediator, type CaseView } from '@tests/support/factories'
import { aService, type Client, type Service } from '@tests/support/service'
import { aDisputeOfTwo, at, book, clear, confirm, fails, hold, MONDAY, move, shown, slots, wait } from './support'

let service: Service
let mediator: Client
let applicant: Client
let one: CaseView
let child: Client
let childId: string
beforeAll(async () => {
  service = await aService()
  await service.clock.set(MONDAY)
  mediator = await aMediator(service, { name: '周和', capacity: 1000 })
  applicant = await service.login('小林')
})
afterAll(() => service.close())
beforeEach(async () => {
  await clear()
  const made = await aDisputeOfTwo(service, { applicant, mediator, respondent: '小豆' })
  one = made.one
  child = made.respondent
  childId = (await shown(child, one)).parties.find((party) => party.me)?.id ?? ''
})

const markMinor = () => mediator.call('parties.change', { params: { id: one.id, partyId: childId }, body: { minor: true } })
const guarded = async (): Promise<Client> => {
  const { code } = await mediator.call('parties.invite', { params: { id: one.id }, body: { part: 'guardian', actsFor: childId } })
  const guardian = await service.login('豆妈')
  await guardian.call('parties.answer', { body: { code, agree: true } })
  return guardian
}

test('a minor without a guardian does not book, hold, wait, confirm, cancel or move a session', async () => {
  await markMinor()
  expect((await shown(child, one)).can).not.toContain('book')
  const refused = fails(403, 'forbidden')
  await expect(book(child, one, at('10T09:00'))).rejects.toMatchObject(refused)
  await expect(hold(child, one, at('10T09:00'))).rejects.toMatchObject(refused)
  await expect(slots(child, one)).rejects.toMatchObject(refused)
  await expect(wait(child, one)).rejects.toMatchObject(refused)
  const made = await book(applicant, one, at('10T09:00'))
  expect((await shown(child, one)).booking?.can).toEqual([])
  await expect(confirm(child, made.id)).rejects.toMatchObject(refused)
  await expect(move(child, made.id, { move: 'reschedule', startsAt: at('11T09:00') })).rejects.toMatchObject(refused)
  await expect(move(child, made.id, { move: 'cancel', reason: '不想去' })).rejects.toMatchObject(refused)
})

test('what a minor held before that became known is not confirmed by them', async () => {
  const held = await hold(child, one, at('10T09:00'))
  await markMinor()
  await expect(confirm(child, held.id)).rejects.toMatchObject(fails(403, 'forbidden'))
})

test('the mediator books for a minor without a guardian, and answers for that side only', async () => {
  await markMinor()
  const made = await book(mediator, one, at('10T09:00'))
  expect(made).toMatchObject({ status: 'proposed', waitsFor: ['applicant', 'respondent'] })
  expect(await confirm(mediator, made.id)).toMatchObject({ status: 'proposed', waitsFor: ['applicant'] })
  expect(await confirm(applicant, made.id)).toMatchObject({ status: 'confirmed' })
})

test('the guardian does it for a minor, and the mediator does not answer in their place', async () => {
  await markMinor()
  const guardian = await guarded()
  expect((await shown(guardian, one)).can).toContain('book')
  expect((await shown(child, one)).can).not.toContain('book')
  const made = await book(guardian, one, at('10T09:00'))
  expect(made).toMatchObject({ status: 'proposed', waitsFor: ['applicant', 'owner'] })
  await move(applicant, made.id, { move: 'decline', reason: '那天上课' })
  const again = await book(mediator, one, at('11T09:00'))
  await expect(confirm(mediator, again.id)).rejects.toMatchObject(fails(409, 'move_not_allowed'))
  await expect(confirm(child, again.id)).rejects.toMatchObject(fails(403, 'forbidden'))
  expect(await confirm(guardian, again.id)).toMatchObject({ waitsFor: ['applicant'] })
  expect(await move(guardian, again.id, { move: 'reschedule', startsAt: at('12T09:00') })).toMatchObject({
    waitsFor: ['applicant', 'owner'],
  })
})
