import { createHash } from 'node:crypto'
import { freezeDocket } from '@server/modules/archive/commands/freeze-docket'
import { markWanted } from '@server/modules/archive/commands/mark-wanted'
import { DocketModel } from '@server/modules/archive/docket.model'
import { database, ObjectId } from '@server/platform/database'
import { DOCKET_PARTS } from '@shared/archive/schemas'
import { CITY } from '@tests/support/city'
import { aDispute } from '@tests/support/factories'
import { photo } from '@tests/support/media'
import { aService, type Client, type Service } from '@tests/support/service'
import { aScene, aWithdrawn, download, moveTo, type Scene, unzip } from './support'

let service: Service
let scene: Scene
let dispatcher: Client
beforeAll(async () => {
  service = await aService()
  scene = await aScene(service)
  dispatcher = await service.staff('dispatcher', { name: '程洁' })
})
afterAll(() => service.close())

const get = (client: Client, id: string) => client.call('docket.get', { params: { id } })
const fails = (status: number, code: string) => ({ status, problem: expect.objectContaining({ code }) })
const sm3 = (bytes: Buffer | string) => createHash('sm3').update(bytes).digest('hex')
const path = (id: string, what: 'document' | 'zip') => `/api/cases/${id}/docket/${what}`
const archived = async (fileIds?: string[]) => {
  const id = await aWithdrawn(service, scene, fileIds)
  await moveTo(scene.mediator, id, 'archive')
  return id
}

describe('the file of a case', () => {
  test('is there from the first moment, in the order of the Ministry’s list, with what is missing marked', async () => {
    const { id, number } = await aDispute(service, scene.resident)
    const view = await get(scene.mediator, id)
    expect(view).toMatchObject({ caseNumber: number, number: null, frozenAt: null, digest: null, supplements: [], retention: 'short' })
    expect([...new Set(view.items.map((item) => item.part))]).toEqual([...DOCKET_PARTS])
    expect(view.items.filter((item) => item.present).map((item) => item.part)).toEqual([
      'cover',
      'index',
      'application',
      'identities',
      'backCover',
    ])
    expect(view.items.find((item) => item.part === 'agreement')).toMatchObject({ present: false, pages: 0, from: 0, digest: '' })
    expect(view.pages).toBe(view.items.reduce((sum, item) => sum + item.pages, 0))
    expect(view.can).toEqual(['setRetention', 'download'])
  })
  test('is for the owner and the centre; parties, other staff and strangers do not get it', async () => {
    const { id } = await aDispute(service, scene.resident)
    await expect(get(dispatcher, id)).resolves.toMatchObject({ caseId: id })
    await expect(get(scene.resident, id)).rejects.toMatchObject(fails(403, 'forbidden'))
    await expect(get(await service.staff('supervisor'), id)).rejects.toMatchObject(fails(403, 'forbidden'))
    await expect(get(await service.login('路人'), id)).rejects.toMatchObject(fails(404, 'not_found'))
    await expect(get(await service.staff('dispatcher', { regionCode: CITY.otherCounty }), id)).rejects.toMatchObject(
      fails(404, 'not_found'),
    )
    for (const what of ['document', 'zip'] as const) {
      expect((await download(service, scene.resident, path(id, what))).status).toBe(403)
      expect((await download(service, await service.login('路人'), path(id, what))).status).toBe(404)
    }
    await expect(get(scene.mediator, new ObjectId().toHexString())).rejects.toMatchObject(fails(404, 'not_found'))
    expect((await scene.mediator.call('cases.get', { params: { id } })).can).toContain('readDocket')
    expect((await scene.resident.call('cases.get', { params: { id } })).can).not.toContain('readDocket')
  })
  test('is logged when somebody reads it', async () => {
    const { id } = await aDispute(service, scene.resident)
    await get(dispatcher, id)
    const { items } = await scene.resident.call('cases.reads', { params: { id } })
    expect(items).toEqual([expect.objectContaining({ by: '程洁', role: '综治中心', what: 'file' })])
  })
  test('holds nothing of what was said in rooms', async () => {
    const { id } = await aDispute(service, scene.resident)
    await scene.resident.call('messages.send', { params: { id }, body: { room: 'applicant', text: '这句话只对调解员说' } })
    const { bytes } = await download(service, scene.mediator, path(id, 'document'))
    const text = unzip(bytes).get('word/document.xml')?.toString()
    expect(text).toContain('受理登记表')
    expect(text).toContain('雨棚')
    expect(text).not.toContain('只对调解员说')
  })
})

describe('the archive file', () => {
  test('holds the document, what was handed in, and a manifest with the SM3 digest of each', async () => {
    const files = await Promise.all([scene.resident.upload(await photo({ width: 40 })), scene.resident.upload(await photo({ width: 50 }))])
    const { id } = await aDispute(service, scene.resident, { fileIds: files.map((file) => file.id) })
    const { bytes, headers } = await download(service, scene.mediator, path(id, 'zip'))
    expect(headers.get('content-type')).toBe('application/zip')
    const parts = unzip(bytes)
    expect([...parts.keys()]).toEqual([
      'docket.docx',
      'attachments/evidence-001.jpg',
      'attachments/evidence-002.jpg',
      'manifest.json',
      'manifest.txt',
    ])
    const manifest = JSON.parse(parts.get('manifest.json')?.toString() ?? '')
    expect(manifest.files).toHaveLength(3)
    for (const { name, size, sm3: digest } of manifest.files) {
      expect(size).toBe(parts.get(name)?.length)
      expect(digest).toBe(sm3(parts.get(name) ?? ''))
      expect(parts.get('manifest.txt')?.toString()).toContain(digest)
    }
  })
  test('breaks off when a file has gone, rather than leaving it out', async () => {
    const file = await scene.resident.upload(await photo())
    const { id } = await aDispute(service, scene.resident, { fileIds: [file.id] })
    await database()
      .collection('content.files')
      .deleteOne({ _id: new ObjectId(file.id) as never })
    await expect(download(service, scene.mediator, path(id, 'zip'))).rejects.toThrow()
    expect((await download(service, scene.mediator, path(id, 'document'))).status).toBe(200)
  })
})

describe('archiving', () => {
  test('freezes the file under a number of its committee and year, and tells the staff', async () => {
    const id = await archived()
    await service.drain()
    await service.catchUp()
    const view = await get(scene.mediator, id)
    expect(view.number).toMatch(/^（\d{4}）880101001001调卷第\d{4}号$/)
    expect(view).toMatchObject({
      frozenAt: expect.any(String),
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      can: ['addSupplement', 'download'],
    })
    const shown = await scene.mediator.call('cases.get', { params: { id } })
    expect(shown.timeline.at(-1)).toMatchObject({ type: 'docket.frozen', text: expect.stringContaining(view.number ?? '-') })
    expect(shown.can).toContain('addSupplement')
  })
  test('gives the same bytes ever after', async () => {
    const file = await scene.resident.upload(await photo())
    const id = await archived([file.id])
    const first = await download(service, scene.mediator, path(id, 'zip'))
    const document = await download(service, scene.mediator, path(id, 'document'))
    await database()
      .collection('cases')
      .updateOne({ _id: new ObjectId(id) as never }, { $set: { text: '后来改了' } })
    expect((await download(service, scene.mediator, path(id, 'zip'))).bytes.equals(first.bytes)).toBe(true)
    expect((await download(service, scene.mediator, path(id, 'document'))).bytes.equals(document.bytes)).toBe(true)
    const parts = unzip(first.bytes)
    expect(sm3(parts.get('manifest.json') ?? '')).toBe((await get(scene.mediator, id)).digest)
    expect(parts.get('docket.docx')?.equals(document.bytes)).toBe(true)
    expect(unzip(document.bytes).get('word/document.xml')?.toString()).toContain((await get(scene.mediator, id)).number)
  })
  test('many at once make one number and one file, and numbers have no gaps', async () => {
    const ids = await Promise.all([archived(), archived(), archived()])
    const frozen = await Promise.all(ids.flatMap((id) => Array.from({ length: 5 }, () => markWanted(id).then(() => freezeDocket(id)))))
    expect(new Set(frozen.map((one) => one?.number)).size).toBe(3)
    const all = await DocketModel.find({ serial: { $exists: true } })
      .sort({ serial: 1 })
      .lean()
    expect(all.map((one) => one.serial)).toEqual(all.map((_, index) => index + 1))
    // One file for each; those of who came second are gone.
    expect(await database().collection('archive.files').countDocuments()).toBe(await DocketModel.countDocuments({ state: 'frozen' }))
    for (const id of ids) {
      const { timeline } = await scene.mediator.call('cases.get', { params: { id } })
      expect(timeline.filter((one) => one.type === 'docket.frozen')).toHaveLength(1)
    }
  })
  test('goes on after a kill between number and file, with the same number', async () => {
    const id = await archived()
    const before = await freezeDocket(id).then(() => DocketModel.findOne({ caseId: id }).lean())
    // As a kill would have left it: numbered, but without the file.
    await DocketModel.collection.updateOne({ caseId: new ObjectId(id) }, { $set: { state: 'wanted' }, $unset: { frozen: '' } })
    await service.catchUp()
    expect((await get(scene.mediator, id)).number).toBe((await DocketModel.findOne({ caseId: id }).lean())?.number)
    expect(before?.number ?? (await get(scene.mediator, id)).number).toBe((await get(scene.mediator, id)).number)
  })
})

describe('retention', () => {
  test('is chosen before the file is frozen, and not after', async () => {
    const id = await aWithdrawn(service, scene)
    const set = (client: Client, retention: 'permanent' | 'long') =>
      client.call('docket.retention', { params: { id }, body: { retention } })
    await expect(set(scene.resident, 'long')).rejects.toMatchObject(fails(403, 'forbidden'))
    expect(await set(dispatcher, 'permanent')).toMatchObject({ retention: 'permanent' })
    await moveTo(scene.mediator, id, 'archive')
    await expect(set(dispatcher, 'long')).rejects.toMatchObject(fails(409, 'docket_frozen'))
    expect(await get(scene.mediator, id)).toMatchObject({ retention: 'permanent', number: expect.any(String) })
  })
  test('is one of three', async () => {
    const id = await aWithdrawn(service, scene)
    const answer = await scene.mediator.raw('PUT', `/api/cases/${id}/docket/retention`, { body: { retention: 'forever' } })
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_input', errors: [{ path: 'retention' }] } })
  })
})

describe('a supplement', () => {
  const body = { title: '法院裁定书', note: '当事人补交。' }
  const add = (client: Client, id: string, over: object = {}, key?: string) =>
    client.answer('docket.supplement', { params: { id }, body: { ...body, ...over }, ...(key ? { key } : {}) })

  test('comes to a frozen file only', async () => {
    const id = await aWithdrawn(service, scene)
    await expect(add(scene.mediator, id)).rejects.toMatchObject(fails(409, 'move_not_allowed'))
    await expect(add(scene.resident, id)).rejects.toMatchObject(fails(403, 'forbidden'))
  })
  test('stands apart and changes nothing of what was frozen', async () => {
    const id = await archived()
    const before = await get(scene.mediator, id)
    const file = await scene.mediator.upload(await photo())
    const { status, body: view } = await add(scene.mediator, id, { fileIds: [file.id] }, 's1')
    expect(status).toBe(201)
    expect(view).toMatchObject({ digest: before.digest, items: before.items, pages: before.pages })
    expect(view.supplements).toEqual([
      expect.objectContaining({ title: '法院裁定书', by: '周和', digest: expect.stringMatching(/^[0-9a-f]{64}$/) }),
    ])
    expect((await add(scene.mediator, id, { fileIds: [file.id] }, 's1')).status).toBe(200)
    await expect(add(scene.mediator, id, { title: '另一份' }, 's1')).rejects.toMatchObject(fails(422, 'idempotency_mismatch'))
    const parts = unzip((await download(service, scene.mediator, path(id, 'zip'))).bytes)
    expect([...parts.keys()]).toEqual([
      'docket.docx',
      'manifest.json',
      'manifest.txt',
      'supplements/01/note.txt',
      'supplements/01/file-001.jpg',
      'supplements/manifest.json',
    ])
    expect(sm3(parts.get('manifest.json') ?? '')).toBe(before.digest)
    const [, added] = JSON.parse(parts.get('supplements/manifest.json')?.toString() ?? '').files
    expect(added).toMatchObject({ name: 'supplements/01/file-001.jpg', sm3: sm3(parts.get('supplements/01/file-001.jpg') ?? '') })
  })
  test('of several at once each has its own place', async () => {
    const id = await archived()
    await get(scene.mediator, id)
    await Promise.all(Array.from({ length: 8 }, (_, index) => add(scene.mediator, id, { title: `第${index}份` })))
    const { supplements } = await get(scene.mediator, id)
    expect(new Set(supplements.map((one) => one.title)).size).toBe(8)
  })
  test.each([
    [{ title: '' }, 'title'],
    [{ note: 'x'.repeat(1001) }, 'note'],
    [{ fileIds: ['0'.repeat(24)] }, 'fileIds'],
  ])('is refused for what cannot be used: %j', async (over, field) => {
    const id = await archived()
    await expect(add(scene.mediator, id, over)).rejects.toMatchObject({ status: 400, problem: { errors: [{ path: field }] } })
  })
})
