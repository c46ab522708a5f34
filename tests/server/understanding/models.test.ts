import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  decidingWords,
  learnFromFile,
  packModel,
  type Sample,
  slimModel,
  trainModel,
  understandingJobs,
  unpackModel,
  useTrainWorker,
} from '@server/modules/understanding'
import { database, ObjectId } from '@server/platform/database'
import { CITY } from '@tests/support/city'
import { aCase } from '@tests/support/factories'
import { aService, type Client, type Service } from '@tests/support/service'
import { until } from '@tests/support/until'
import { build } from 'esbuild'

let service: Service
let admin: Client
let resident: Client
beforeAll(async () => {
  service = await aService()
  admin = await service.staff('admin')
  resident = await service.login('写信的人')
})
afterAll(() => service?.close())

const OPENINGS = ['请问', '反映一下', '麻烦看看', '我想说', '一直没人管', '街坊都在讲', '大家都着急', '上周就这样']
const SAID: Record<string, readonly string[]> = {
  'labour.wage': ['老板拖着三个月工资不给', '工地干完活不发工钱', '厂里扣了加班费', '最后一个月的工资要不回来'],
  'neighbour.noise': ['楼下半夜放音响吵得睡不着', '隔壁装修早上六点就打钻', '广场舞声音太大', '楼上整夜轰轰响'],
  'traffic.road': ['村口的路坑坑洼洼', '桥面断了一截', '水泥路裂了好几条', '下雨满路是泥'],
}
const samplesBy = (labelOf: (code: string) => string): Sample[] =>
  Object.entries(SAID).flatMap(([code, said]) =>
    said.flatMap((words) => OPENINGS.map((opening) => ({ label: labelOf(code), text: `${opening}，${words}。` }))),
  )
const own = samplesBy((code) => code)
const learn = (options: Partial<Parameters<typeof learnFromFile>[0]> = {}) =>
  learnFromFile({ samples: own, map: {}, corrected: false, activate: true, ...options })
const read = (text: string) => resident.call('understanding.read', { body: { text, regionCode: CITY.grid } })
const models = async () => (await admin.call('models.list')).items
const LONG_MS = 20_000

describe('a trained model', () => {
  test('answers instead of the words, says so, and names what decided', async () => {
    expect((await read('工地不发工钱')).source).toBe('lexicon')
    const { stored } = await learn()
    const answer = await read('工地不发工钱，老板拖着工资')
    expect(answer).toMatchObject({ source: 'model', version: stored.version, categories: [{ value: 'labour.wage' }] })
    expect(answer.categories[0]?.because.length).toBeGreaterThan(0)
    expect((await aCase(service, resident, { kind: 'dispute', text: '工地不发工钱，老板拖着工资' })).category).toBe('labour.wage')
  })

  test('is listed with its figures; versions count up and one is in use', async () => {
    await learn({ activate: false })
    const items = await models()
    expect(items.map(({ active }) => active).filter(Boolean)).toHaveLength(1)
    const [newest, before] = items
    expect(newest?.version).toBe((before?.version ?? 0) + 1)
    expect(newest).toMatchObject({ active: false, messages: own.length, corrected: 0, labels: Object.keys(SAID).sort() })
    expect(newest?.macroF1).toBeGreaterThan(0.8)
    expect(newest?.bytes).toBeLessThan(3 * 1024 * 1024)
  })

  test('is chosen by an administrator of the city: at once here, within seconds in a process that only hears of it', async () => {
    const [newest, before] = await models()
    if (!newest || !before) throw new Error('Two models are needed')
    expect(await admin.call('models.activate', { params: { id: newest.id } })).toMatchObject({ id: newest.id, active: true })
    expect((await read('工地不发工钱')).version).toBe(newest.version)
    // What another process would write.
    await database()
      .collection('models')
      .updateOne({ active: true }, { $unset: { active: '' } })
    await database()
      .collection('models')
      .updateOne({ _id: new ObjectId(before.id) }, { $set: { active: true } })
    await until(async () => (await read('工地不发工钱')).version === before.version, LONG_MS)
  })

  test('chosen differently by many at once: one is in use in the end', async () => {
    await learn({ activate: false })
    const items = await models()
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) => admin.raw('POST', `/api/models/${items[n % items.length]?.id}/activation`, {})),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect((await models()).filter(({ active }) => active)).toHaveLength(1)
  })

  test('several that are stored at once get versions of their own, and only the newest twenty are kept', async () => {
    await Promise.all(Array.from({ length: 5 }, () => learn({ activate: false })))
    for (let n = 0; n < 18; n += 1) await learn({ samples: own.slice(0, 48), activate: false })
    const items = await models()
    const versions = items.map(({ version }) => version)
    expect(new Set(versions).size).toBe(versions.length)
    expect(items.length).toBeLessThanOrEqual(21)
    expect(items.some(({ active }) => active)).toBe(true)
  })

  test('is nothing for others: administrators of a county, dispatchers, residents; an unknown one is not found', async () => {
    const [first] = await models()
    for (const who of [
      await service.staff('admin', { regionCode: CITY.county, name: '县里的' }),
      await service.staff('dispatcher'),
      resident,
    ]) {
      expect((await who.raw('GET', '/api/models')).status).toBe(403)
      expect((await who.raw('POST', `/api/models/${first?.id}/activation`, {})).status).toBe(403)
    }
    expect((await admin.raw('POST', `/api/models/${new ObjectId().toHexString()}/activation`, {})).status).toBe(404)
  })

  test('in foreign words is brought to ours by the map: a group is narrowed by the words, and what has no name here proposes nothing', async () => {
    const foreign = samplesBy((code) => ({ 'labour.wage': '劳动', 'neighbour.noise': '社会生活', 'traffic.road': '交通' })[code] ?? '')
    await learn({ samples: foreign, map: { 劳动: 'labour', 交通: 'traffic.road' } })
    expect((await read('厂里扣了加班费，最后一个月的工资要不回来')).categories[0]?.value).toBe('labour.wage')
    expect((await read('水泥路裂了好几条，村口的路坑坑洼洼')).categories[0]).toMatchObject({ value: 'traffic.road' })
    // Only the words speak of what the model has no name for.
    expect(await read('整夜轰轰响，早上六点就打钻，声音太大')).toMatchObject({ source: 'lexicon', version: null })
  })

  test('that this version cannot read leaves the words in charge', async () => {
    const [{ version } = { version: 0 }] = await models()
    await database()
      .collection('models')
      .updateOne({ active: true }, { $unset: { active: '' } })
    const bytes = Buffer.from('of another time')
    await database()
      .collection('models')
      .insertOne({
        version: version + 1,
        bytes,
        labels: ['x'],
        codes: [],
        active: true,
        trainedAt: new Date(),
        messages: 1,
        corrected: 0,
        correctedUpTo: null,
        macroF1: null,
        accuracy: null,
      })
    await until(async () => (await read('工地不发工钱')).source === 'lexicon', LONG_MS)
    await database()
      .collection('models')
      .deleteOne({ version: version + 1 })
  })
})

describe('many labels', () => {
  const many: Sample[] = Array.from({ length: 40 }, (_, label) => label).flatMap((label) =>
    Array.from({ length: 8 }, (_, n) => ({
      label: `l${label}`,
      text: Array.from({ length: 30 }, (_, i) => String.fromCharCode(0x4e00 + label * 40 + ((i * 7 + n) % 40))).join(''),
    })),
  )
  test('make a heavy model, which is cut to what it may weigh and still knows what it knew', () => {
    const model = trainModel(many)
    const whole = packModel(model).length
    const slim = slimModel(model, whole / 3)
    const bytes = packModel(slim)
    expect(bytes.length).toBeLessThanOrEqual(whole / 3)
    const again = unpackModel(bytes)
    const right = many.filter(({ text, label }) => decidingWords({ model: again, text, label, limit: 1 }).length > 0)
    expect(right.length / many.length).toBeGreaterThan(0.9)
    expect(slimModel(model, whole)).toBe(model)
  })
})

describe('learning again', () => {
  let numbers = 0
  const aNumber = () => `9${String(++numbers).padStart(10, '0')}`
  const look = () => Promise.all(understandingJobs.map(({ run }) => run()))
  /** Cases that staff have put right, as many as asked for; `labelOf` may have them put wrong. */
  const correct = async (count: number, labelOf: (code: string) => string = (code) => code) => {
    const { id } = await aCase(service, resident)
    const cases = database().collection('cases')
    const found = await cases.findOne({ _id: new ObjectId(id) })
    if (!found) throw new Error('The case is not there')
    const { request: _request, pending: _pending, pendingAt: _pendingAt, ...doc } = found
    const at = service.clock.now()
    await cases.insertMany(
      Array.from({ length: count }, (_, n) => {
        const { label, text } = own[n % own.length] as Sample
        return {
          ...doc,
          _id: new ObjectId(),
          number: aNumber(),
          title: '',
          text: `${text}${n}号`,
          category: labelOf(label),
          classified: { at, byPersonId: 'x' },
          // Over and done: nothing else looks at them.
          status: 'closed',
          open: false,
          deadlines: [],
        }
      }),
    )
  }
  const WEEK = 7 * 24 * 3_600_000
  const learnings = async () => (await models()).filter(({ corrected }) => corrected > 0)

  beforeAll(async () => {
    const outfile = join(process.cwd(), '.cache', 'tests', 'train-worker.mjs')
    await build({
      entryPoints: [join(process.cwd(), 'server/modules/understanding/train-worker.ts')],
      outfile,
      bundle: true,
      packages: 'external',
      format: 'esm',
      platform: 'node',
      logLevel: 'silent',
    })
    useTrainWorker(pathToFileURL(outfile))
    await database().collection('models').deleteMany({})
  })

  test('waits until two hundred cases have been put right', async () => {
    await correct(199)
    await look()
    expect(await learnings()).toEqual([])
  })
  test('happens once, however many look, answers go on meanwhile, and the model that is as good is used', async () => {
    await correct(1)
    let answered = 0
    let done = false
    const asking = (async () => {
      while (!done) {
        await read('工地不发工钱')
        answered += 1
      }
    })()
    await Promise.all([look(), look(), look(), look()])
    done = true
    await asking
    expect(await learnings()).toMatchObject([{ active: true, corrected: 200, messages: 200 }])
    expect(answered).toBeGreaterThan(5)
    expect((await read('工地不发工钱，老板拖着工资')).source).toBe('model')
  })
  test('happens once a week, and takes only what is new as a reason', async () => {
    await service.clock.advance(1000)
    await correct(200)
    await look()
    expect(await learnings()).toHaveLength(1)
    await service.clock.advance(WEEK + 1000)
    await look()
    expect(await learnings()).toHaveLength(2)
    await service.clock.advance(WEEK + 1000)
    await look()
    expect(await learnings()).toHaveLength(2)
  })
  test('keeps a model that is worse than the present one on cases that neither has seen, and does not use it', async () => {
    const [present] = (await models()).filter(({ active }) => active)
    await service.clock.advance(1000)
    // Nine hundred were ordered carelessly before the present model was made, so to speak; two hundred with care after it.
    const codes = Object.keys(SAID)
    await correct(900, (code) => codes[(codes.indexOf(code) + 1) % codes.length] ?? code)
    await database()
      .collection('models')
      .updateOne({ version: present?.version }, { $set: { correctedUpTo: service.clock.now() } })
    await service.clock.advance(1000)
    await correct(200)
    await service.clock.advance(WEEK)
    await look()
    const items = await learnings()
    expect(items).toHaveLength(3)
    expect(items[0]?.active).toBe(false)
    expect((await models()).find(({ active }) => active)?.version).toBe(present?.version)
  })
})
