import { BookingModel } from '@server/modules/mediation/booking.model'
import { ClaimModel } from '@server/modules/mediation/claim.model'
import { mediationListener } from '@server/modules/mediation/mediation.listener'
import { newEvent } from '@server/platform/outbox'
import { aMediator, type CaseView } from '@tests/support/factories'
import { aService, type Client, type Service } from '@tests/support/service'
import { aDisputeOfTwo, at, book, clear, confirm, expectClaimsToFit, hold, MONDAY, shown, wait, waiting } from './support'

let service: Service
let mediator: Client
let applicant: Client
beforeAll(async () => {
  service = await aService()
  await service.clock.set(MONDAY)
  mediator = await aMediator(service, { name: '周和', capacity: 1000 })
  applicant = await service.login('小林')
})
afterAll(() => service.close())
beforeEach(clear)

const twoSides = () => aDisputeOfTwo(service, { applicant, mediator, respondent: '老钱' })
const quit = (client: Client, one: CaseView, left = true) => client.call('parties.quit', { params: { id: one.id }, body: { quit: left } })
const REASON = '取消了 3月10日（周二）09:00–10:00 的见面：有一方已退出调解'
const cancellations = async (client: Client, one: CaseView) =>
  (await shown(client, one)).timeline.filter((entry) => entry.type === 'booking.cancelled').map((entry) => entry.text)

describe('when a side has left the mediation with everybody on it, its session', () => {
  test.each(['proposed', 'confirmed'] as const)(
    'that was %s is cancelled, once, its time is free, and both sides read why',
    async (status) => {
      const { one, respondent } = await twoSides()
      const made = await book(mediator, one, at('10T09:00'))
      if (status === 'confirmed') await Promise.all([confirm(applicant, made.id), confirm(respondent, made.id)])
      expect((await shown(applicant, one)).booking).toMatchObject({ status })
      await quit(respondent, one)
      await service.drain()
      expect((await shown(applicant, one)).booking).toMatchObject({ id: made.id, status: 'cancelled', waitsFor: [], can: [] })
      expect(await ClaimModel.countDocuments()).toBe(0)
      for (const client of [applicant, respondent, mediator]) expect(await cancellations(client, one)).toEqual([REASON])
      const told = (await applicant.call('notifications.list')).items.filter((item) => item.caseId === one.id)
      expect(told.some((item) => item.title.includes('取消'))).toBe(true)
      // Heard again, many times at once, as after a process was killed.
      const event = newEvent('party.quit', { caseId: one.id, partyId: 'any', quit: true, byPersonId: respondent.personId })
      await Promise.all(Array.from({ length: 5 }, () => mediationListener([event])))
      expect(await cancellations(applicant, one)).toEqual([REASON])
    },
  )
  test('that was only held is given up', async () => {
    const { one, respondent } = await twoSides()
    const held = await hold(respondent, one, at('10T09:00'))
    await quit(respondent, one)
    await service.drain()
    expect(await BookingModel.findById(held.id).lean()).toMatchObject({ status: 'cancelled', active: false })
    expect(await ClaimModel.countDocuments()).toBe(0)
  })
  test('is cancelled once by many who hear of it at the same moment, and its place goes to who waits', async () => {
    const { one, respondent } = await twoSides()
    await book(mediator, one, at('10T09:00'))
    const other = await twoSides()
    await wait(other.respondent, other.one)
    const event = newEvent('party.quit', { caseId: one.id, partyId: 'any', quit: true, byPersonId: respondent.personId })
    await quit(respondent, one)
    await Promise.all(Array.from({ length: 8 }, () => mediationListener([event])))
    await service.drain()
    expect(await cancellations(applicant, one)).toEqual([REASON])
    expect(await waiting(other.respondent, other.one)).toBeDefined()
    expect((await shown(other.respondent, other.one)).booking).toMatchObject({ status: 'held' })
    await expectClaimsToFit()
  })
  test('is not one that the others agree on afterwards; who comes back is asked for it', async () => {
    const { one, respondent } = await twoSides()
    await quit(respondent, one)
    await service.drain()
    const made = await book(applicant, one, at('11T09:00'))
    expect(await confirm(mediator, made.id)).toMatchObject({ status: 'confirmed' })
    await mediationListener([newEvent('party.quit', { caseId: one.id, partyId: 'any', quit: true, byPersonId: null })])
    expect((await shown(applicant, one)).booking).toMatchObject({ status: 'confirmed' })
    await quit(respondent, one, false)
    await service.drain()
    expect((await shown(applicant, one)).booking).toMatchObject({ status: 'proposed', waitsFor: ['respondent'] })
    await expectClaimsToFit()
  })
})
