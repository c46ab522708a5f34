import { findCase, loadCase, recordCaseEvent } from '@server/modules/cases'
import { Conflict, NotFound } from '@server/platform/errors'
import { newEvent } from '@server/platform/outbox'
import { aService, type Service } from '@tests/support/service'
import { aCaseOf, aCast, type Cast, move } from './lives'

let service: Service
let cast: Cast

beforeAll(async () => {
  service = await aService()
  cast = await aCast(service)
})
afterAll(() => service?.close())

const entry = (text: string) => ({
  type: 'test.noted',
  by: { personId: null, name: '', side: 'system' as const },
  text,
  audience: ['applicant' as const, 'staff' as const],
})

test('an event is one write with its entry, and leaves status and revision alone', async () => {
  const doc = await aCaseOf(cast, 'complaint')
  const before = await findCase(doc.id)
  const after = await recordCaseEvent({
    caseId: doc.id,
    where: { status: 'assigned' },
    entry: entry('记一笔'),
    addToSet: { ratedBy: cast.applicant.personId },
    events: [newEvent('test.noted', { caseId: doc.id })],
  })
  expect(after.timeline).toHaveLength(before.timeline.length + 1)
  expect([after.status, after.revision, after.ratedBy]).toEqual([before.status, before.revision, [cast.applicant.personId]])
})

test('what must hold and does not is a conflict, and nothing is written', async () => {
  const doc = await aCaseOf(cast, 'complaint')
  const before = await findCase(doc.id)
  await expect(recordCaseEvent({ caseId: doc.id, where: { status: 'closed' }, entry: entry('不该有') })).rejects.toThrow(Conflict)
  expect(await findCase(doc.id)).toEqual(before)
  await expect(recordCaseEvent({ caseId: 'nonsense', entry: entry('不该有') })).rejects.toThrow(NotFound)
})

test('a long timeline stays short in the case, whole for who reads it, and in order', async () => {
  const doc = await aCaseOf(cast, 'complaint')
  const texts = Array.from({ length: 700 }, (_, index) => `第${index}笔`)
  for (const text of texts) await recordCaseEvent({ caseId: doc.id, entry: entry(text) })
  const stored = await findCase(doc.id)
  expect(stored.timeline.length).toBeLessThanOrEqual(300)
  expect(stored.timeline.length + stored.overflow).toBe(702)
  const seen = await cast.applicant.call('cases.get', { params: { id: doc.id } })
  expect(seen.timeline.slice(2).map((one) => one.text)).toEqual(texts)
  expect(seen.timeline.slice(0, 2).map((one) => one.type)).toEqual(['submitted', 'assign'])
  expect((await move(cast, seen, 'accept')).timeline).toHaveLength(703)
})

test('many at once all get their entry, though pages are moved out meanwhile', async () => {
  const doc = await aCaseOf(cast, 'complaint')
  await Promise.all(Array.from({ length: 350 }, (_, index) => recordCaseEvent({ caseId: doc.id, entry: entry(String(index)) })))
  const seen = await cast.applicant.call('cases.get', { params: { id: doc.id } })
  expect(new Set(seen.timeline.slice(2).map((one) => one.text)).size).toBe(350)
  expect((await findCase(doc.id)).timeline.length).toBeLessThanOrEqual(320)
})

test('a case is loaded only for those who may know of it', async () => {
  const doc = await aCaseOf(cast, 'complaint')
  const actor = { accountId: 'x', personId: cast.colleague.personId, name: '', sessionId: 'x', roles: [] }
  await expect(loadCase({ actor, caseId: doc.id })).rejects.toThrow(NotFound)
})
