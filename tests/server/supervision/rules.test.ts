import { refreshRules } from '@server/modules/deadlines/commands/refresh-rules'
import { DeadlineRulesModel } from '@server/modules/deadlines/rules.model'
import { DEFAULT_RULES } from '@shared/deadlines/limits'
import type { DeadlineRule } from '@shared/deadlines/schemas'
import { CITY } from '@tests/support/city'
import { aCase } from '@tests/support/factories'
import type { Client, Service } from '@tests/support/service'
import { deadline, local, MONDAY, move, onMonday, shown, view } from './support'

let service: Service
let applicant: Client
let mediator: Client
let centre: Client

beforeAll(async () => {
  ;({ service, mediator, applicant } = await onMonday())
  centre = await service.staff('dispatcher', { regionCode: CITY.city, organisationId: service.city.organisations.cityCentre })
})
beforeEach(() => service.clock.set(MONDAY))
afterAll(() => service.close())

const acceptIn = (days: number): DeadlineRule => ({
  deadline: 'accept',
  kinds: [],
  risks: [],
  limit: { amount: days, unit: 'workingDays' },
})
const draft = (over: object = {}) => ({ ...DEFAULT_RULES, note: '试行', ...over })
const save = (who: Client, body: object, key?: string) =>
  who.raw('POST', '/api/deadline-rules', { body, headers: key ? { 'Idempotency-Key': key } : {} })
const saved = async (over: object) => (await centre.call('deadlineRules.save', { body: draft(over) })).id
const activate = (who: Client, id: string, touchOpen = false) =>
  who.raw('POST', `/api/deadline-rules/${id}/activation`, { body: { touchOpen } })
const acceptDue = async (id: string) => shown(deadline(await view(mediator, id), 'accept')?.dueAt)

describe('rules', () => {
  test('that nobody has made are those in the code', async () => {
    const { items } = await centre.call('deadlineRules.list')
    expect(items).toMatchObject([{ version: 0, state: 'active', rules: DEFAULT_RULES.rules }])
  })
  test('show what they would do, and change nothing until they are put into force, and open cases only when told to', async () => {
    const old = await aCase(service, applicant)
    const id = await saved({ rules: [acceptIn(3)] })
    const effect = await centre.call('deadlineRules.effect', { params: { id } })
    expect(effect).toMatchObject({ earlier: 0, overdueAtOnce: 0, partial: false })
    expect(effect.later + effect.same).toBe(effect.open)
    expect(effect.examples.find((one) => one.caseNumber === old.number)).toMatchObject({ deadline: 'accept' })
    expect(await acceptDue((await aCase(service, applicant)).id)).toBe('2027-03-09T18:00')
    expect((await activate(centre, id)).body).toEqual({ version: 1, touching: false })
    expect(await acceptDue((await aCase(service, applicant)).id)).toBe('2027-03-11T18:00')
    await service.catchUp()
    expect(await acceptDue(old.id)).toBe('2027-03-09T18:00')
    const states = (await centre.call('deadlineRules.list')).items.map(({ version, state }) => [version, state])
    expect(states).toEqual([
      [1, 'active'],
      [0, 'retired'],
    ])
  })
  test('touch every open case once when told to, and what is paused or extended keeps both', async () => {
    const open = await aCase(service, applicant)
    const handled = await move(mediator, await move(mediator, await aCase(service, applicant), 'accept'), 'startHandling')
    await mediator.call('extensions.ask', { params: { id: handled.id }, body: { deadline: 'total', workingDays: 2, reason: '等料' } })
    const [extension] = (await centre.call('extensions.list', { query: {} })).items
    await centre.call('extensions.decide', { params: { id: extension?.id as string }, body: { granted: true, reason: '同意' } })
    const total: DeadlineRule = { deadline: 'total', kinds: ['complaint'], risks: [], limit: { amount: 5, unit: 'workingDays' } }
    const id = await saved({ rules: [acceptIn(2), total] })
    expect((await activate(centre, id, true)).body).toMatchObject({ touching: true })
    await Promise.all([service.catchUp(), service.catchUp()])
    await service.catchUp()
    expect(await acceptDue(open.id)).toBe('2027-03-10T18:00')
    const changed = await view(mediator, handled.id)
    expect(shown(deadline(changed, 'total')?.dueAt)).toBe('2027-03-17T18:00')
    expect(changed.timeline.filter((one) => one.type === 'deadline.changed')).toHaveLength(1)
    expect(changed.revision).toBe(handled.revision)
  })
  test('with other opening hours leave running deadlines at theirs, after a pause too', async () => {
    const doc = await move(mediator, await aCase(service, applicant), 'accept')
    const id = await saved({ officeHours: [{ from: '08:00', to: '16:00' }] })
    await activate(centre, id)
    const again = await move(mediator, await move(mediator, doc, 'suspend', { reason: '等材料' }), 'resume')
    expect(shown(deadline(again, 'act')?.dueAt)).toBe('2027-03-11T18:00')
    expect(await acceptDue((await aCase(service, applicant)).id)).toBe('2027-03-09T16:00')
  })
  test('with other opening hours show what comes of those, and nothing when they are in force already', async () => {
    await aCase(service, applicant)
    const dues = async () => (await mediator.call('cases.list', { query: { view: 'inbox', limit: 50 } })).items
    const before = new Map((await dues()).map(({ id, deadline: due }) => [id, due]))
    const hours = { officeHours: [{ from: '08:00', to: '15:00' }] }
    const id = await saved(hours)
    const effect = await centre.call('deadlineRules.effect', { params: { id } })
    await activate(centre, id, true)
    await service.catchUp()
    const moved = (await dues()).map((one) => String(one.deadline).localeCompare(String(before.get(one.id))))
    expect(effect.earlier).toBeGreaterThan(0)
    expect(effect).toMatchObject({ earlier: moved.filter((by) => by < 0).length, later: moved.filter((by) => by > 0).length })
    const again = await centre.call('deadlineRules.effect', { params: { id: await saved(hours) } })
    expect(again).toMatchObject({ earlier: 0, later: 0, same: before.size })
  })
  test('that would have passed at once are counted as such', async () => {
    await aCase(service, applicant)
    await service.clock.set(local('2027-03-09T10:00'))
    const id = await saved({ rules: [{ ...acceptIn(1), limit: { amount: 1, unit: 'hours' } }] })
    const effect = await centre.call('deadlineRules.effect', { params: { id } })
    expect(effect.overdueAtOnce).toBeGreaterThan(0)
    expect(effect.earlier).toBeGreaterThanOrEqual(effect.overdueAtOnce)
  })
  test('are put into force once, and saved once for a key, however many try', async () => {
    const body = draft({ note: '一次' })
    const saves = await Promise.all(Array.from({ length: 5 }, () => save(centre, body, 'rules-once')))
    expect(saves.map((one) => one.status).sort()).toEqual([200, 200, 200, 200, 201])
    expect((await save(centre, draft({ note: '两次' }), 'rules-once')).status).toBe(422)
    const tries = await Promise.all(Array.from({ length: 6 }, () => activate(centre, saves[0]?.body.id)))
    expect(tries.map((one) => one.status).sort()).toEqual([200, 409, 409, 409, 409, 409])
    const many = await Promise.all(Array.from({ length: 5 }, (_, n) => save(centre, draft({ note: `第${n}份` }))))
    expect(new Set(many.map((one) => one.body.version)).size).toBe(5)
    const active = (await centre.call('deadlineRules.list')).items.filter((one) => one.state === 'active')
    expect(active).toHaveLength(1)
  })
})

describe('nobody else', () => {
  test("makes the city's rules; who works by them reads them", async () => {
    const id = await saved({})
    const county = await service.staff('dispatcher')
    const supervisor = await service.staff('supervisor')
    for (const other of [county, supervisor, mediator, applicant]) {
      expect((await save(other, draft())).status).toBe(403)
      expect((await activate(other, id)).status).toBe(403)
    }
    for (const other of [county, supervisor]) expect((await other.call('deadlineRules.list')).items.length).toBeGreaterThan(1)
    for (const other of [mediator, applicant]) {
      expect((await other.raw('GET', '/api/deadline-rules')).status).toBe(403)
      expect((await other.raw('GET', `/api/deadline-rules/${id}/effect`)).status).toBe(403)
    }
  })
  test('what cannot be meant is refused with its field', async () => {
    for (const [over, path] of [
      [
        {
          officeHours: [
            { from: '14:00', to: '18:00' },
            { from: '09:00', to: '12:00' },
          ],
        },
        'officeHours',
      ],
      [{ officeHours: [{ from: '12:00', to: '09:00' }] }, 'officeHours'],
      [{ officeHours: [{ from: '25:00', to: '26:00' }] }, 'officeHours.0.from'],
      [{ rules: [] }, 'rules'],
      [{ yellowShare: 1 }, 'yellowShare'],
      [{ escalateHours: 0 }, 'escalateHours'],
      [{ note: '' }, 'note'],
    ] as const) {
      const { status, body } = await save(centre, draft(over))
      expect([status, body.code, body.errors[0].path]).toEqual([400, 'invalid_input', path])
    }
    for (const id of ['0123456789abcdef01234567', 'built-in']) {
      expect((await centre.raw('GET', `/api/deadline-rules/${id}/effect`)).status).toBe(404)
      expect((await activate(centre, id)).status).toBe(404)
    }
  })
})

test('rules stay in force however many drafts are saved after them', async () => {
  const { body } = await activate(centre, await saved({ rules: [acceptIn(4)] }))
  const drafts = Array.from({ length: 501 }, (_, index) => ({
    ...draft(),
    version: Number(body.version) + 1 + index,
    state: 'draft' as const,
    savedById: centre.personId,
    savedBy: '赵派单',
    savedAt: new Date(),
  }))
  await DeadlineRulesModel.insertMany(drafts)
  await refreshRules()
  expect(await acceptDue((await aCase(service, applicant)).id)).toBe('2027-03-12T18:00')
})
