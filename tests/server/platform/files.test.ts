import { clock } from '@server/platform/clock'
import { database, ObjectId } from '@server/platform/database'
import { findFiles } from '@server/platform/files'
import { CallError, type Client } from '@tests/support/client'
import { aCase } from '@tests/support/factories'
import { m4a, mp3, photo, pictureBomb, wav } from '@tests/support/media'
import { aService, type Service } from '@tests/support/service'
import sharp from 'sharp'

let service: Service
let li: Client
beforeAll(async () => {
  service = await aService()
  li = await service.login('李')
})
afterAll(() => service?.close())

const refusal = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  return error instanceof CallError ? { status: error.status, code: error.problem.code } : error
}
const stored = async () => ({
  records: await database().collection('files').countDocuments(),
  contents: await database().collection('content.files').countDocuments(),
  chunks: await database().collection('content.chunks').countDocuments(),
})
const read = async (url: string, headers: Record<string, string> = {}) => {
  const response = await fetch(`${service.url}${url}`, { headers })
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) }
}

describe('a photo', () => {
  it('comes back as a picture without what the camera wrote into it', async () => {
    const original = await photo({ exif: { IFD0: { Make: 'SecretCamera' }, IFD3: { GPSLatitude: '30/1 0/1 0/1' } } })
    expect(original.includes('SecretCamera')).toBe(true)
    const file = await li.upload(original)
    const { status, headers, bytes } = await read(file.url)
    expect({ status, type: headers.get('content-type'), size: bytes.length }).toEqual({ status: 200, type: 'image/jpeg', size: file.size })
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(bytes.includes('SecretCamera')).toBe(false)
    expect((await sharp(bytes).metadata()).exif).toBeUndefined()
  })
  it('stands upright, whichever way the telephone was held', async () => {
    const lying = await photo({ width: 60, height: 40, orientation: 6 })
    const { bytes } = await read((await li.upload(lying)).url)
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 40, height: 60 })
  })
  it('is no larger than screens need', async () => {
    const { bytes } = await read((await li.upload(await photo({ width: 4000, height: 3000 }))).url)
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 2560, height: 1920 })
  })
  it.each(['png', 'webp'] as const)('may be %s', async (format) => {
    expect(await li.upload(await photo({ format }), { name: 'x.bin' })).toMatchObject({ mime: 'image/jpeg' })
  })
  it('that is a decompression bomb is refused', async () => {
    const bomb = pictureBomb(20_000)
    expect(bomb.length).toBeLessThan(100_000)
    expect(await refusal(li.upload(bomb))).toEqual({ status: 413, code: 'too_large' })
  })
})

describe('a recording', () => {
  it.each([
    ['WAV', wav(3), 'audio/wav'],
    ['MP3', mp3(3), 'audio/mpeg'],
    ['M4A', m4a(3), 'audio/mp4'],
  ])('%s is taken', async (_, bytes, mime) => {
    expect(await li.upload(bytes, { name: 'voice' })).toMatchObject({ mime, size: bytes.length })
  })
  it.each([
    ['WAV', wav(75)],
    ['MP3', mp3(75)],
    ['M4A', m4a(75)],
  ])('%s of more than a minute is refused', async (_, bytes) => {
    expect(await refusal(li.upload(bytes))).toEqual({ status: 400, code: 'invalid_input' })
  })
  it('whose header lies about its length counts by what is in it', async () => {
    const lying = wav(75)
    lying.writeUInt32LE(1000, 40)
    // The rest of the sound now looks like a chunk of its own; what is declared is what players play.
    expect((await li.upload(lying)).mime).toBe('audio/wav')
    const endless = wav(75)
    endless.writeUInt32LE(0xffffffff, 40)
    expect(await refusal(li.upload(endless))).toEqual({ status: 400, code: 'invalid_input' })
  })
  it.each([
    ['without sound', wav(0).subarray(0, 30)],
    ['with a rate of nothing', Buffer.concat([wav(1).subarray(0, 28), Buffer.alloc(4), wav(1).subarray(32)])],
    ['MP4 with a film in it', m4a(3, 'vide')],
  ])('%s is refused', async (_, bytes) => {
    expect(await refusal(li.upload(bytes))).toEqual({ status: 415, code: 'unsupported_type' })
  })
  it('is sent in parts to a player that asks for parts', async () => {
    const bytes = wav(2)
    const { url } = await li.upload(bytes)
    const part = await read(url, { Range: 'bytes=100-199' })
    expect(part.status).toBe(206)
    expect(part.headers.get('content-range')).toBe(`bytes 100-199/${bytes.length}`)
    expect(part.bytes.equals(bytes.subarray(100, 200))).toBe(true)
    const rest = await read(url, { Range: `bytes=${bytes.length - 10}-` })
    expect(rest.bytes.equals(bytes.subarray(-10))).toBe(true)
    const end = await read(url, { Range: 'bytes=-10' })
    expect(end.bytes.equals(bytes.subarray(-10))).toBe(true)
    expect((await read(url, { Range: `bytes=${bytes.length}-` })).status).toBe(416)
  })
})

describe('what is refused', () => {
  it.each([
    ['a program', Buffer.from(`MZ${'\0'.repeat(200)}`), 'photo.jpg'],
    ['a page', Buffer.from('<html><script>alert(1)</script></html>'), 'photo.png'],
    ['a drawing with scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), 'photo.jpg'],
    ['a PDF', Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj'), 'photo.jpg'],
    ['a picture that breaks off', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70]), 'photo.jpg'],
  ])('%s that calls itself a picture leaves nothing behind', async (_, bytes, name) => {
    const before = await stored()
    expect(await refusal(li.upload(bytes, { name, type: 'image/jpeg' }))).toEqual({ status: 415, code: 'unsupported_type' })
    expect(await stored()).toEqual(before)
  })
  it('11 MB are too much, and the answer arrives', async () => {
    const before = await stored()
    expect(await refusal(li.upload(Buffer.alloc(11 * 2 ** 20, 1)))).toEqual({ status: 413, code: 'too_large' })
    expect(await stored()).toEqual(before)
  })
  it('an empty file, no file, a second field, another encoding, a body that breaks off: each a 4xx', async () => {
    expect(await refusal(li.upload(Buffer.alloc(0)))).toEqual({ status: 400, code: 'invalid_input' })
    const form = new FormData()
    form.append('other', new Blob(['x']), 'x')
    const none = await li.raw('POST', '/api/files', { rawBody: form })
    expect([none.status, none.body.code, none.body.errors[0].path]).toEqual([400, 'invalid_input', 'file'])
    const json = await li.raw('POST', '/api/files', { body: {} })
    expect([json.status, json.body.code]).toEqual([415, 'unsupported_type'])
    const broken = `--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nhalf`
    const half = await li.raw('POST', '/api/files', { rawBody: broken, headers: { 'Content-Type': 'multipart/form-data; boundary=x' } })
    expect([half.status, half.body.code]).toEqual([400, 'invalid_input'])
  })
  it('nobody who is not logged in uploads', async () => {
    expect(await refusal(service.anonymous.upload(await photo()))).toEqual({ status: 401, code: 'unauthenticated' })
  })
})

describe('an upload that is repeated', () => {
  it('with its key gives the same file, stored once', async () => {
    const bytes = await photo({ width: 33 })
    const first = await li.upload(bytes, { key: 'same' })
    const before = await stored()
    const again = await Promise.all([li.upload(bytes, { key: 'same' }), li.upload(bytes, { key: 'same' })])
    expect(again.map((one) => one.id)).toEqual([first.id, first.id])
    expect(await stored()).toEqual(before)
  })
  it('ten at once leave one file', async () => {
    const before = await stored()
    const bytes = await photo({ width: 34 })
    const all = await Promise.all(Array.from({ length: 10 }, () => li.upload(bytes, { key: 'ten' })))
    expect(new Set(all.map((one) => one.id)).size).toBe(1)
    expect((await stored()).records).toBe(before.records + 1)
  })
  it('with its key but other content is refused', async () => {
    await li.upload(await photo({ width: 35 }), { key: 'other' })
    expect(await refusal(li.upload(await photo({ width: 36 }), { key: 'other' }))).toEqual({ status: 422, code: 'idempotency_mismatch' })
  })
})

describe('a link', () => {
  it('is good for 15 minutes and no longer', async () => {
    const { url } = await li.upload(await photo())
    await service.clock.advance(14 * 60_000)
    expect((await read(url)).status).toBe(200)
    await service.clock.advance(61_000)
    expect((await read(url)).status).toBe(404)
  })
  it('works for its file and its time only', async () => {
    const [one, other] = [await li.upload(await photo()), await li.upload(await photo())]
    expect((await read(one.url.replace(one.id, other.id))).status).toBe(404)
    expect((await read(one.url.replace(/exp=(\d)/, 'exp=9$1'))).status).toBe(404)
    expect((await read(one.url.replace(/sig=.{4}/, 'sig=AAAA'))).status).toBe(404)
    expect((await read(one.url.split('?')[0] ?? '')).status).toBe(400)
  })
})

describe('files that are attached', () => {
  it('must be there and be one’s own', async () => {
    const wang = await service.login('王')
    const foreign = await wang.upload(await photo())
    for (const id of [foreign.id, '0'.repeat(24), 'no-such-file'])
      expect(await refusal(aCase(service, li, { fileIds: [id] }))).toEqual({ status: 400, code: 'invalid_input' })
    const own = await li.upload(await photo())
    expect((await aCase(service, li, { fileIds: [own.id] })).files.map((file) => file.id)).toEqual([own.id])
  })
  it('must be of the kind that is asked for, each once', async () => {
    const [picture, voice] = [await li.upload(await photo()), await li.upload(wav(1))]
    expect(await refusal(aCase(service, li, { fileIds: [voice.id] }))).toEqual({ status: 400, code: 'invalid_input' })
    expect(await refusal(aCase(service, li, { audioFileId: picture.id }))).toEqual({ status: 400, code: 'invalid_input' })
    await expect(findFiles({ ids: [picture.id, picture.id], personId: li.personId, kind: 'image' })).rejects.toMatchObject({ status: 400 })
  })
})

describe('a file that nothing refers to', () => {
  it('is removed after 30 days, and one in use is not', async () => {
    const [unused, used] = [await li.upload(await photo()), await li.upload(await photo())]
    await aCase(service, li, { fileIds: [used.id] })
    const { removeUnusedFiles } = await import('@server/platform/files')
    await service.clock.advance(29 * 86_400_000)
    await removeUnusedFiles()
    const ids = async () => (await database().collection('files').find().toArray()).map((file) => file._id.toHexString())
    expect(await ids()).toEqual(expect.arrayContaining([unused.id, used.id]))
    await service.clock.advance(2 * 86_400_000)
    expect(await removeUnusedFiles()).toBeGreaterThan(0)
    expect(await ids()).toContain(used.id)
    expect(await ids()).not.toContain(unused.id)
    const { records, contents } = await stored()
    expect(contents).toBe(records)
  })
  it('also when what would have referred to it failed', async () => {
    const picture = await li.upload(await photo())
    const lost = () => aCase(service, li, { fileIds: [picture.id], audioFileId: '0'.repeat(24) })
    expect(await refusal(lost())).toEqual({ status: 400, code: 'invalid_input' })
    const { id, revision } = await aCase(service, li)
    await li.call('cases.move', { params: { id }, body: { move: 'withdraw', revision, reason: '不用办了' } })
    const late = { room: 'applicant' as const, fileIds: [picture.id] }
    expect(await refusal(li.call('messages.send', { params: { id }, body: late }))).toEqual({ status: 409, code: 'conflict' })
    const record = await database()
      .collection('files')
      .findOne({ _id: new ObjectId(picture.id) })
    expect(record?.referred).toBe(false)
  })
  it('and what a killed process left half-written goes within hours', async () => {
    const { removeUnusedFiles } = await import('@server/platform/files')
    const id = new ObjectId()
    const record = { _id: id, personId: li.personId, mime: 'image/jpeg', size: 1, stored: false, referred: false }
    await database()
      .collection('files')
      .insertOne({ ...record, createdAt: clock.now() })
    await database()
      .collection('content.chunks')
      .insertOne({ files_id: id, n: 0, data: Buffer.from('half') })
    await removeUnusedFiles()
    expect(await database().collection('content.chunks').countDocuments({ files_id: id })).toBe(1)
    await service.clock.advance(2 * 3_600_000)
    await removeUnusedFiles()
    expect(await database().collection('content.chunks').countDocuments({ files_id: id })).toBe(0)
    expect(await database().collection('files').countDocuments({ _id: id })).toBe(0)
  })
})
