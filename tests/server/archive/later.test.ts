import { archiveListener } from '@server/modules/archive'
import { AuditEntryModel } from '@server/modules/archive/audit/audit-entry.model'
import { verifyAudit } from '@server/modules/archive/audit/verify-audit'
import { SupplementModel } from '@server/modules/archive/supplement.model'
import { CaseModel } from '@server/modules/cases/case.model'
import { newEvent } from '@server/platform/outbox'
import { aMediation, inForce, type Mediation, moveCase } from '@tests/server/papers/support'
import { photo } from '@tests/support/media'
import { aService, type Client, type Service } from '@tests/support/service'
import { download, unzip } from './support'

let service: Service
beforeAll(async () => {
  service = await aService()
})
afterAll(() => service.close())
beforeEach(() => service.clock.set('2026-03-10T10:00:00+08:00'))

const get = (client: Client, id: string) => client.call('docket.get', { params: { id } })
const zipOf = async (client: Client, id: string) => unzip((await download(service, client, `/api/cases/${id}/docket/zip`)).bytes)
const listed = (client: Client, id: string) => client.call('obligations.list', { params: { id } })
type Move = 'claim' | 'confirm' | 'waive'
const step = async (client: Client, id: string, what: string, move: Move, over: object = {}) => {
  const one = (await listed(client, id)).items.find((each) => each.what === what)
  return client.call('obligations.move', { params: { id: one?.id ?? '' }, body: { move, revision: one?.revision ?? 0, ...over } })
}
const judicial = (client: Client, id: string, body: object) =>
  client.call('judicial.set', { params: { id }, body: body as { state: 'applied' } })

/** A dispute whose agreement promises two things, closed and archived before either was done. */
const archivedEarly = async (): Promise<Mediation> => {
  const one = await aMediation(service)
  const { applicant: toPartyId, respondent: fromPartyId } = one.parties
  const promises = [
    { fromPartyId, toPartyId, what: '赔偿修墙的费用', amountCents: 30_000, dueOn: '2026-03-20' },
    { fromPartyId, toPartyId, what: '打扫公用的楼道', dueOn: '2026-03-21' },
  ]
  await moveCase(one.mediator, one.id, 'agree')
  await inForce(one, 'agreement', { promises })
  await service.drain()
  await moveCase(one.mediator, one.id, 'resolve', { reason: '协议已签，双方说好自己履行' })
  await moveCase(one.applicant, one.id, 'confirm')
  await service.drain()
  await moveCase(one.mediator, one.id, 'archive')
  await service.drain()
  await service.catchUp()
  return one
}

describe('what comes after the file was frozen', () => {
  test('reaches it as supplements of the system, with proofs, and leaves the frozen bytes as they are', async () => {
    const { id, mediator, applicant, respondent } = await archivedEarly()
    const [before, frozen] = [await get(mediator, id), await zipOf(mediator, id)]
    expect(before).toMatchObject({ number: expect.any(String), supplements: [] })

    const proof = await respondent.upload(await photo())
    await step(respondent, id, '赔偿修墙的费用', 'claim', { fileIds: [proof.id] })
    await step(applicant, id, '赔偿修墙的费用', 'confirm', { note: '钱收到了' })
    await step(applicant, id, '打扫公用的楼道', 'waive')
    await judicial(mediator, id, { state: 'applied' })
    await judicial(mediator, id, { state: 'confirmed', courtNumber: '（2026）调确7号' })
    await service.clock.set('2026-03-17T10:00:00+08:00')
    const [visit] = (await applicant.call('followUps.forCase', { params: { id } })).items
    await applicant.call('followUps.answer', { params: { id: visit?.id ?? '' }, body: { result: 'kept', note: '墙修好了' } })
    // As long as a note may be: nothing of it is cut.
    const note = '好'.repeat(1000)
    await mediator.call('followUps.record', { params: { id: visit?.id ?? '' }, body: { method: 'phone', result: 'kept', note } })
    await service.drain()

    const after = await get(mediator, id)
    expect(after).toMatchObject({ digest: before.digest, items: before.items, pages: before.pages })
    expect(after.supplements).toMatchObject([
      { title: '履行情况：已履行', note: expect.stringContaining('赔偿修墙的费用\n说明：钱收到了\n被申请人向申请人履行\n金额：300.00元') },
      { title: '履行情况：对方已免除', note: expect.stringContaining('打扫公用的楼道') },
      { title: '司法确认：已提交法院', note: expect.not.stringContaining('（2026）调确7号') },
      { title: '司法确认：法院已确认', note: expect.stringContaining('法院案号：（2026）调确7号') },
      { title: '第1次回访问卷（申请人）', note: expect.stringContaining('申请人答复：都做到了\n墙修好了') },
      { title: '第1次回访记录', note },
    ])
    for (const one of after.supplements) expect(one).toMatchObject({ by: '系统', digest: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(after.supplements.map(({ files }) => files.length)).toEqual([1, 0, 0, 0, 0, 0])
    const parts = await zipOf(mediator, id)
    for (const [name, bytes] of frozen) expect(parts.get(name)?.equals(bytes)).toBe(true)
    expect(parts.get('supplements/01/file-001.jpg')?.length).toBeGreaterThan(0)
    const { timeline } = await mediator.call('cases.get', { params: { id } })
    expect(timeline.filter((entry) => entry.type === 'docket.supplemented')).toHaveLength(6)
  })

  test('is added once for an event, however often and by however many it is heard; what is no result is not', async () => {
    const { id, mediator, applicant } = await archivedEarly()
    await step(applicant, id, '打扫公用的楼道', 'waive')
    const [told] = ((await CaseModel.findById(id, { pending: 1 }).lean())?.pending ?? []).filter((one) => one.type === 'obligation.changed')
    if (!told) throw new Error('nothing was told')
    await Promise.all(Array.from({ length: 6 }, () => archiveListener([told])))
    await service.drain()
    await archiveListener([{ ...newEvent('obligation.changed', { ...told.data, change: 'reminded' }) }])
    expect((await get(mediator, id)).supplements.map(({ title }) => title)).toEqual(['履行情况：对方已免除'])
  })

  test('does not come to a file that is still open, nor once more to one that holds it', async () => {
    const one = await aMediation(service)
    const { applicant: toPartyId, respondent: fromPartyId } = one.parties
    await moveCase(one.mediator, one.id, 'agree')
    const promises = [{ fromPartyId, toPartyId, what: '修墙', amountCents: 100, dueOn: '2026-03-20' }]
    await inForce(one, 'agreement', { promises })
    await service.drain()
    await step(one.applicant, one.id, '修墙', 'confirm')
    await service.drain()
    await moveCase(one.mediator, one.id, 'resolve', { reason: '都做到了' })
    await moveCase(one.applicant, one.id, 'confirm')
    await moveCase(one.mediator, one.id, 'archive')
    await service.catchUp()
    expect((await get(one.mediator, one.id)).supplements).toEqual([])
  })

  test('is vouched for by the audit: a supplement that was changed or taken away is found', async () => {
    const { id, applicant } = await archivedEarly()
    await step(applicant, id, '打扫公用的楼道', 'waive')
    for (let times = 0; times < 3; times += 1) await service.catchUp()
    const kept = await SupplementModel.collection.findOne({ title: '履行情况：对方已免除' }, { sort: { _id: -1 } })
    if (!kept) throw new Error('nothing was added')
    const about = `supplement ${kept._id.toHexString()}`
    expect(await AuditEntryModel.countDocuments({ 'witness.id': kept._id.toHexString() })).toBe(1)
    expect((await verifyAudit()).bad).toBeNull()
    await SupplementModel.collection.updateOne({ _id: kept._id }, { $set: { note: '别的' } })
    expect((await verifyAudit()).bad).toMatchObject({ why: 'source', about })
    await SupplementModel.collection.deleteOne({ _id: kept._id })
    expect((await verifyAudit()).bad).toMatchObject({ why: 'source', about })
    await SupplementModel.collection.insertOne(kept)
    expect((await verifyAudit()).bad).toBeNull()
  })
})
