import { CalendarFeedModel } from '@server/modules/mediation/calendar-feed.model'
import { database } from '@server/platform/database'
import { aCase, aMediator } from '@tests/support/factories'
import { aService, type Client, type Service } from '@tests/support/service'
import { aDisputeOfTwo, at, book, clear, confirm, fails, hold, MONDAY, move } from './support'

let service: Service
let mediator: Client
let resident: Client
beforeAll(async () => {
  service = await aService()
  await service.clock.set(MONDAY)
  mediator = await aMediator(service, { name: '周和', capacity: 1000 })
  resident = await service.login('林某某')
})
afterAll(() => service.close())
beforeEach(async () => {
  await service.clock.set(MONDAY)
  await clear()
})

/** The lines of an iCalendar text, unfolded. */
const lines = (text: string): string[] => text.replace(/\r\n /g, '').trim().split('\r\n')
const events = (text: string) =>
  text
    .replace(/\r\n /g, '')
    .split('BEGIN:VEVENT')
    .slice(1)
    .map((part) => Object.fromEntries(part.split('\r\n').flatMap((line) => (/^[A-Z-]+[:;]/.test(line) ? [line.split(/[:;](.*)/s)] : []))))
const pathOf = (url: string | null) => new URL(url ?? '').pathname

describe('a session as a calendar file', () => {
  test('keeps its UID through all changes, counts them, and gives times in UTC', async () => {
    const { one, respondent } = await aDisputeOfTwo(service, { applicant: resident, mediator, respondent: '钱某某' })
    const made = await book(resident, one, at('10T09:00'))
    const file = async (client: Client) => {
      const answer = await client.raw('GET', `/api/bookings/${made.id}/ics`)
      expect(answer.headers.get('content-type')).toContain('text/calendar')
      return answer.body as string
    }
    const text = await file(respondent)
    expect(lines(text)).toEqual(expect.arrayContaining(['BEGIN:VCALENDAR', 'METHOD:PUBLISH', 'VERSION:2.0', 'END:VCALENDAR']))
    const [first] = events(text)
    expect(first).toMatchObject({
      UID: `${made.id}@haoshangliang`,
      SEQUENCE: '0',
      STATUS: 'TENTATIVE',
      DTSTART: '20260310T010000Z',
      DTEND: '20260310T020000Z',
    })
    expect(first?.LOCATION).toContain('桥头村议事厅')
    expect(text).not.toMatch(/林某某|钱某某/)
    await move(resident, made.id, { move: 'reschedule', startsAt: at('11T09:00') })
    await confirm(mediator, made.id)
    await confirm(respondent, made.id)
    const [later] = events(await file(mediator))
    expect(later).toMatchObject({ UID: first?.UID, STATUS: 'CONFIRMED', DTSTART: '20260311T010000Z' })
    expect(Number(later?.SEQUENCE)).toBeGreaterThan(0)
    expect((await (await service.login('路人')).raw('GET', `/api/bookings/${made.id}/ics`)).status).toBe(404)
  })
})

describe('a calendar that other programs subscribe to', () => {
  test('has a secret address that can be renewed, of which only a hash is kept', async () => {
    expect((await mediator.call('calendarFeed.get')).url).toBeNull()
    const { url } = await mediator.call('calendarFeed.renew')
    expect((await mediator.call('calendarFeed.get')).url).toBe(url)
    const token = pathOf(url).split('/').pop()?.replace('.ics', '') ?? ''
    const stored = await database().collection(CalendarFeedModel.collection.name).find().toArray()
    expect(JSON.stringify(stored)).not.toContain(token)
    const renewed = await mediator.call('calendarFeed.renew')
    expect((await service.anonymous.raw('GET', pathOf(url))).status).toBe(404)
    expect((await service.anonymous.raw('GET', pathOf(renewed.url))).status).toBe(200)
    expect((await service.anonymous.raw('GET', `/api/calendar-feeds/${'a'.repeat(43)}.ics`)).status).toBe(404)
    expect((await service.anonymous.raw('GET', '/api/calendar-feeds/short.ics')).status).toBe(400)
    await expect(resident.call('calendarFeed.renew')).rejects.toMatchObject(fails(403, 'forbidden'))
  })
  test('shows what stands and what was cancelled, not what was only held, and names nobody', async () => {
    const { url } = await mediator.call('calendarFeed.renew')
    const [one, other, third] = [await aCase(service, resident), await aCase(service, resident), await aCase(service, resident)]
    const made = await book(resident, one, at('10T09:00'))
    await confirm(mediator, made.id)
    const off = await book(resident, other, at('10T10:00'))
    await move(resident, off.id, { move: 'cancel', reason: '有事' })
    await hold(resident, third, at('10T11:00'))
    const { body } = await service.anonymous.raw('GET', pathOf(url))
    expect(events(body).map((event) => [event.UID?.slice(0, 24), event.STATUS])).toEqual([
      [made.id, 'CONFIRMED'],
      [off.id, 'CANCELLED'],
    ])
    expect(body).toContain(one.number)
    expect(body).not.toMatch(/林某某|路灯/)
    await service.clock.set('2026-04-20T08:00:00+08:00')
    expect(events((await service.anonymous.raw('GET', pathOf(url))).body)).toEqual([])
  })
  test('ends with the role', async () => {
    const admin = await service.staff('admin')
    const officer = await service.staff('officer')
    const { url } = await officer.call('calendarFeed.renew')
    const { role, organisationId, regionCode } = officer.user.roles[0] ?? { role: 'officer', organisationId: null, regionCode: '' }
    const body = { role, regionCode, ...(organisationId ? { organisationId } : {}) }
    await admin.call('staff.revokeRole', { params: { id: officer.personId }, body: body as never })
    expect((await service.anonymous.raw('GET', pathOf(url))).status).toBe(404)
  })
})
