import { type AuditEntry, AuditEntryModel, digestOfEntry } from '@server/modules/archive/audit/audit-entry.model'
import { enterReads } from '@server/modules/archive/audit/enter-reads'
import { verifyAudit } from '@server/modules/archive/audit/verify-audit'
import { flushReads } from '@server/modules/cases'
import { PaperModel } from '@server/modules/papers/paper.model'
import { database, ObjectId } from '@server/platform/database'
import { aMediation, inForce } from '@tests/server/papers/support'
import { aCase, aDispute } from '@tests/support/factories'
import { aService, type Service } from '@tests/support/service'
import { aScene, aWithdrawn, moveTo, type Scene } from './support'

let service: Service
let scene: Scene
beforeAll(async () => {
  service = await aService()
  scene = await aScene(service)
  for (let count = 0; count < 5; count += 1) await aCase(service, scene.resident)
  const id = await aWithdrawn(service, scene)
  await moveTo(scene.mediator, id, 'archive')
  await scene.mediator.call('docket.get', { params: { id } })
  await settle()
})
afterAll(() => service.close())

const settle = async () => {
  await flushReads()
  await service.drain()
  await service.catchUp()
  await service.catchUp()
}
const entries = () => AuditEntryModel.collection
const chain = () =>
  AuditEntryModel.find({ seq: { $exists: true } })
    .sort({ seq: 1 })
    .lean<AuditEntry[]>()
const at = async (seq: number) => (await chain()).find((entry) => entry.seq === seq) as AuditEntry

/** Changes something by hand, looks, and puts it back. */
const tampered = async (change: () => Promise<unknown>, restore: () => Promise<unknown>) => {
  await change()
  try {
    return (await verifyAudit()).bad
  } finally {
    await restore()
  }
}
const replace = (entry: AuditEntry, over: object) =>
  tampered(
    () => entries().updateOne({ _id: entry._id }, { $set: over }),
    () => entries().replaceOne({ _id: entry._id }, entry as never),
  )

describe('the audit', () => {
  test('has one entry for everything that happened or was read, in a whole chain', async () => {
    const report = await verifyAudit()
    expect(report).toEqual({ checked: await AuditEntryModel.countDocuments(), waiting: 0, bad: null })
    expect(report.checked).toBeGreaterThan(10)
    const types = new Set((await chain()).map((entry) => entry.type))
    for (const type of ['case.submitted', 'case.moved', 'read', 'docket.changed']) expect(types).toContain(type)
  })
  test('enters nothing twice, however often it is told', async () => {
    const before = await AuditEntryModel.countDocuments()
    const { archiveListener } = await import('@server/modules/archive')
    const event = { id: new ObjectId().toHexString(), type: 'case.moved', at: service.clock.now(), data: { caseId: 'x', to: 'closed' } }
    await Promise.all(Array.from({ length: 6 }, () => archiveListener([event, event])))
    expect(await AuditEntryModel.countDocuments()).toBe(before + 1)
  })
  test('holds what happened as soon as it was told, and reads when the job has run', async () => {
    const { id } = await aDispute(service, scene.resident)
    await service.drain()
    expect(await verifyAudit()).toMatchObject({ waiting: 0, bad: null })
    expect((await chain()).filter(({ type, data }) => type === 'case.submitted' && data.caseId === id)).toHaveLength(1)
    await scene.mediator.call('docket.get', { params: { id } })
    await flushReads()
    expect(await verifyAudit()).toMatchObject({ waiting: 1, bad: null })
    expect(await enterReads()).toBe(1)
    expect(await verifyAudit()).toEqual({ checked: await AuditEntryModel.countDocuments(), waiting: 0, bad: null })
  })
})

describe('it finds', () => {
  test('an entry in which one byte was changed, and names it', async () => {
    const entry = await at(4)
    const type = `${entry.type.slice(0, -1)}x`
    expect(await replace(entry, { type })).toEqual({ id: String(entry._id), seq: 4, type, why: 'changed', about: '' })
    expect(await replace(entry, { 'data.caseId': 'other' })).toMatchObject({ seq: 4, why: 'changed' })
    expect(await replace(entry, { digest: entry.digest.replace(/^./, (first) => (first === '0' ? '1' : '0')) })).toMatchObject({
      seq: 4,
      why: 'changed',
    })
    expect(await replace(entry, { at: new Date(entry.at.getTime() + 1) })).toMatchObject({ seq: 4, why: 'changed' })
    expect((await verifyAudit()).bad).toBeNull()
  })
  test('an entry that was written anew together with its digest', async () => {
    const entry = await at(4)
    const forged = { ...entry, type: 'case.forged' }
    expect(await replace(entry, { type: forged.type, digest: digestOfEntry(forged) })).toMatchObject({ seq: 5, why: 'order' })
  })
  test('an entry that was taken out, in the middle and at the end', async () => {
    const [middle, all] = [await at(6), await chain()]
    const end = all.at(-1) as AuditEntry
    const without = (entry: AuditEntry) =>
      tampered(
        () => entries().deleteOne({ _id: entry._id }),
        () => entries().insertOne(entry as never),
      )
    expect(await without(middle)).toMatchObject({ seq: 7, why: 'missing', about: '6' })
    expect(await without(end)).toMatchObject({ id: '', seq: end.seq, why: 'missing' })
  })
  test('an entry that was put in between', async () => {
    const before = await at(3)
    const placed = { _id: new ObjectId(), ref: 'event forged', at: before.at, type: 'case.moved', data: {}, seq: 3.5, prev: before.digest }
    const forged = { ...placed, digest: digestOfEntry(placed) }
    const bad = await tampered(
      () => entries().insertOne(forged as never),
      () => entries().deleteOne({ _id: forged._id }),
    )
    expect(bad).toMatchObject({ id: String(forged._id), seq: 3.5 })
  })
  test('entries that changed places', async () => {
    const [one, other] = [await at(2), await at(3)]
    const swap = async (first: number, second: number) => {
      await entries().updateOne({ _id: one._id }, { $set: { seq: -1 } })
      await entries().updateOne({ _id: other._id }, { $set: { seq: second } })
      await entries().updateOne({ _id: one._id }, { $set: { seq: first } })
    }
    const bad = await tampered(
      () => swap(3, 2),
      () => swap(2, 3),
    )
    expect(bad).toMatchObject({ id: String(other._id), seq: 2, why: 'changed' })
  })
  test('a row of the log of reads that was changed or removed', async () => {
    const entry = (await chain()).find((one) => one.witness?.kind === 'read') as AuditEntry
    const reads = database().collection('readlogs')
    const _id = new ObjectId(entry.witness?.id)
    const row = await reads.findOne({ _id })
    const put = () => reads.replaceOne({ _id }, row as never, { upsert: true })
    const expected = { id: String(entry._id), seq: entry.seq, why: 'source', about: `read ${_id}` }
    expect(await tampered(() => reads.updateOne({ _id }, { $set: { name: '别人' } }), put)).toMatchObject(expected)
    expect(await tampered(() => reads.deleteOne({ _id }), put)).toMatchObject(expected)
  })
  test('a paper in effect of which anything was changed', async () => {
    const mediation = await aMediation(service)
    const { id } = await inForce(mediation, 'rights')
    await settle()
    const entry = (await chain()).find((one) => one.witness?.kind === 'paper' && one.witness.id === id) as AuditEntry
    const papers = PaperModel.collection
    const _id = new ObjectId(id)
    const paper = await papers.findOne({ _id })
    const put = () => papers.replaceOne({ _id }, paper as never)
    for (const over of [
      { text: '别的' },
      { promises: [{}] },
      { sealedBy: '别的委员会' },
      { 'signatures.0.name': '别人' },
      { 'signatures.0.role': '' },
    ])
      expect(await tampered(() => papers.updateOne({ _id }, { $set: over as never }), put)).toMatchObject({ seq: entry.seq, why: 'source' })
    expect((await verifyAudit()).bad).toBeNull()
  })
  test('a frozen document of which one byte was changed', async () => {
    const entry = (await chain()).find((one) => one.witness?.kind === 'docket') as AuditEntry
    const chunks = database().collection('archive.chunks')
    const chunk = await chunks.findOne({})
    const bytes = Buffer.from(chunk?.data.buffer)
    bytes[100] = (bytes[100] ?? 0) ^ 1
    const bad = await tampered(
      () => chunks.updateOne({ _id: chunk?._id }, { $set: { data: bytes } }),
      () => chunks.replaceOne({ _id: chunk?._id }, chunk as never),
    )
    expect(bad).toMatchObject({ id: String(entry._id), why: 'source', about: expect.stringContaining('docket') })
    expect((await verifyAudit()).bad).toBeNull()
  })
})
