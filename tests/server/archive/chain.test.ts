import { appendEntries } from '@server/modules/archive/audit/append-entries'
import { type AuditEntry, AuditEntryModel, digestOfEntry, type NewEntry } from '@server/modules/archive/audit/audit-entry.model'
import { readHead } from '@server/modules/archive/audit/audit-head'
import { enterReads } from '@server/modules/archive/audit/enter-reads'
import { extendChain } from '@server/modules/archive/audit/extend-chain'
import { verifyAudit } from '@server/modules/archive/audit/verify-audit'
import { database, ObjectId, type Session } from '@server/platform/database'
import { aService, type Service } from '@tests/support/service'

// As in several processes, of which each knows only of its own turns.
jest.mock('@server/platform/turns', () => ({ inTurn: (_key: string, work: () => Promise<unknown>) => work() }))

let service: Service
beforeAll(async () => {
  service = await aService()
})
afterAll(() => service.close())

const entries = () => AuditEntryModel.collection
const entry = (ref: string, data: Record<string, unknown> = {}): NewEntry => ({
  _id: new ObjectId(),
  ref,
  at: service.clock.now(),
  type: 'case.moved',
  data,
})
const refsOf = (name: string) => Array.from({ length: 10 }, (_, index) => `${name} ${index}`)
/** The refs in the chain, in its order, which has to be whole. */
const refs = async (start: string): Promise<string[]> => {
  const all = await AuditEntryModel.find().sort({ seq: 1 }).lean<AuditEntry[]>()
  expect(all.map(({ seq }) => seq)).toEqual(all.map((_, index) => index + 1))
  expect(await verifyAudit()).toEqual({ checked: all.length, waiting: 0, bad: null })
  return all.map(({ ref }) => ref).filter((ref) => ref.startsWith(start))
}

describe('the chain', () => {
  test('begins with the first entry, whoever of several enters it', async () => {
    await entries().deleteMany({})
    await database()
      .collection('counters')
      .deleteMany({ _id: 'auditChain' as never })
    await Promise.all(['a', 'b', 'c'].map((name) => appendEntries([entry(`first ${name}`)])))
    expect((await refs('first')).sort()).toEqual(['first a', 'first b', 'first c'])
  })
  test('takes what many enter at once, every ref once and each batch in its order', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `race ${index}`)
    const counts = await Promise.all([...names, ...names].map((name) => appendEntries(refsOf(name).map((ref) => entry(ref)))))
    const there = await refs('race')
    expect(counts.reduce((sum, count) => sum + count)).toBe(120)
    expect(there).toHaveLength(120)
    for (const name of names) expect(there.filter((ref) => ref.startsWith(`${name} `))).toEqual(refsOf(name))
  })
  test('leaves out those that are there when batches overlap', async () => {
    const all = refsOf('overlap')
    const batches = [all.slice(0, 6), all.slice(3), all.slice(1, 8), all]
    await Promise.all(batches.map((batch) => appendEntries(batch.map((ref) => entry(ref)))))
    expect((await refs('overlap')).sort()).toEqual(all)
    const head = await readHead()
    expect(await appendEntries(all.map((ref) => entry(ref)))).toBe(0)
    expect(await readHead()).toEqual(head)
  })
  test('looks again when somebody enters the same without the chain, as an earlier version does', async () => {
    const same = entry('elsewhere')
    const find = async () => {
      if (await AuditEntryModel.exists({ ref: same.ref })) return []
      await entries().insertOne({ ...same, _id: new ObjectId() })
      return [same]
    }
    const write = async (placed: AuditEntry[], session: Session) => {
      await entries().insertMany(placed as never[], { session })
    }
    expect(await extendChain({ find, write })).toBe(0)
    await entries().deleteOne({ ref: same.ref })
    expect(await refs('elsewhere')).toEqual([])
  })
  test('digests what is stored, also of something undefined', async () => {
    await appendEntries([entry('undefined', { caseId: 'x', to: undefined, list: [undefined, { a: undefined }] })])
    expect(await refs('undefined')).toHaveLength(1)
  })
  test('that is broken takes all of a batch or nothing; what it does not take waits until it is mended, and keeps nobody waiting', async () => {
    const head = await readHead()
    const inTheWay = { ...entry('in the way'), seq: head.last + 3, prev: '', digest: '' }
    await entries().insertOne(inTheWay)
    const batch = refsOf('whole').map((ref) => entry(ref))
    expect(await appendEntries(batch)).toBe(0)
    expect(await appendEntries(batch)).toBe(0)
    expect(await readHead()).toEqual(head)
    expect(await AuditEntryModel.countDocuments({ ref: /^whole/, seq: { $exists: true } })).toBe(0)
    expect(await AuditEntryModel.countDocuments({ ref: /^whole/, open: true })).toBe(10)
    await expect(enterReads()).rejects.toMatchObject({ code: 11000 })
    await entries().deleteOne({ _id: inTheWay._id })
    await enterReads()
    expect(await refs('whole')).toEqual(refsOf('whole'))
  })
})

test('entries that an earlier version left without a place get one', async () => {
  const left = Array.from({ length: 1001 }, (_, index) => ({ ...entry(`left ${index}`), open: true }))
  await entries().insertMany(left as never[])
  expect(await verifyAudit()).toMatchObject({ waiting: 1001, bad: null })
  // Told again meanwhile: it is there, though without a place.
  expect(await appendEntries([entry('left 7'), entry('later')])).toBe(1)
  await Promise.all([enterReads(), enterReads(), enterReads()])
  expect(await refs('left')).toEqual(left.map(({ ref }) => ref))
  const [first] = left
  const placed = (await AuditEntryModel.findById(first?._id).lean()) as AuditEntry
  expect(placed).not.toHaveProperty('open')
  expect(digestOfEntry(placed)).toBe(placed.digest)
})
