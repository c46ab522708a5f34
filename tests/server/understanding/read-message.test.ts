import { database } from '@server/platform/database'
import { isCategory, suitsKind, topOf } from '@shared/cases/categories'
import { CITY, POINTS } from '@tests/support/city'
import { costOf } from '@tests/support/cost'
import { aService, type Client, type Service } from '@tests/support/service'
import { KIND_SENTENCES } from './kind-sentences'

let service: Service
let resident: Client
beforeAll(async () => {
  service = await aService()
  resident = await service.login('写信的人')
})
afterAll(() => service?.close())

const read = (
  text: string,
  more: { title?: string; regionCode?: string; location?: { type: 'Point'; coordinates: [number, number] } } = {},
) => resident.call('understanding.read', { body: { text, ...more } })
const here = { regionCode: CITY.grid }

describe('a message that is being written', () => {
  test('gets proposals with certainty and the words that decided, and a kind that suits the first', async () => {
    const answer = await read('楼上卫生间一直漏水，我家天花板都泡坏了，他不肯修。', here)
    expect(answer).toMatchObject({ source: 'lexicon', version: null, urgent: null, risk: { level: 'D', signs: [], because: [] } })
    expect(answer.categories[0]).toMatchObject({ value: 'neighbour.leak', because: expect.arrayContaining(['漏水']) })
    expect(answer.categories.length).toBeLessThanOrEqual(3)
    expect(answer.kind?.value).toBe('dispute')
    expect(answer.question).toBeNull()
    for (const { value } of answer.categories) expect(isCategory(value)).toBe(true)
  })

  test('nine of ten obvious messages are taken for what they are: complaint, dispute, hazard or suggestion', async () => {
    const wrong: string[] = []
    for (const [kind, text] of KIND_SENTENCES) {
      const answer = await read(text, here)
      if (answer.kind?.value !== kind) wrong.push(`${kind} ← ${text} ${JSON.stringify(answer.kind)}`)
      const [best] = answer.categories
      if (best && answer.kind) expect(suitsKind(best.value, answer.kind.value)).toBe(true)
    }
    expect(wrong.length <= KIND_SENTENCES.length / 10 ? [] : wrong).toEqual([])
  })

  test('danger is read, and whom to call is said at once', async () => {
    const answer = await read('他天天打我，我真的不想活了。', here)
    expect(answer.risk).toMatchObject({ level: 'A', signs: ['violence', 'selfHarm'] })
    expect(answer.urgent).toContain('12356')
  })

  test('a title counts with the text', async () => {
    expect((await read('已经三个月了，一直推来推去。', { ...here, title: '工地拖欠工资' })).categories[0]?.value).toBe('labour.wage')
  })

  test('nothing of it is kept', async () => {
    const mark = `记号${Date.now()}`
    await read(`${mark}，请帮忙修路灯。`, here)
    await service.drain()
    const collections = await database().listCollections().toArray()
    for (const { name } of collections.filter((one) => !one.name.startsWith('system.'))) {
      const found = await database().collection(name).find({}).toArray()
      expect(JSON.stringify(found)).not.toContain(mark)
    }
  })
})

describe('places', () => {
  test('a village named with its township is one place, the most exact', async () => {
    const { places } = await read('柳溪镇桥头村三组的幸福路12号门口，路灯坏了。')
    expect(places[0]).toEqual({ words: '柳溪镇桥头村', regionCode: CITY.village, regionName: '平安市 · 东河县 · 柳溪镇 · 桥头村' })
    expect(places.map(({ words }) => words)).toContain('幸福路12号')
    expect(places.every(({ words }) => '柳溪镇桥头村三组的幸福路12号门口'.includes(words))).toBe(true)
  })
  test('of a text that is nothing but names the first ones are looked at, so that it keeps nobody waiting', async () => {
    const { places } = await read(`${'西河县、'.repeat(100)}桥头一网格`)
    expect(places.map(({ words }) => words)).toEqual(['西河县'])
  })
  test('estates and houses are words for a place, without a region', async () => {
    const { places } = await read('我们住在阳光小区3号楼2单元，楼道没有灯。', here)
    expect(places).toEqual([
      { words: '阳光小区', regionCode: null, regionName: null },
      { words: '3号楼2单元', regionCode: null, regionName: null },
    ])
  })
})

describe('the one question', () => {
  test('asks for the place where none is known, and for nothing where one is', async () => {
    const text = '路灯坏了一排，晚上黑漆漆的，请帮忙修一修。'
    expect((await read(text)).question).toEqual({ about: 'place', text: '这件事发生在哪里？', options: [] })
    expect((await read(text, here)).question).toBeNull()
    expect((await read(text, { location: { type: 'Point', coordinates: [...POINTS.grid] } })).question).toBeNull()
    expect((await read(`石门村的${text}`)).question).toBeNull()
  })
  test('asks for the kind where nobody could tell', async () => {
    const { question } = await read('我有一件事情想请你们帮帮忙，谢谢。', here)
    expect(question?.about).toBe('kind')
    expect(question?.options.map(({ kind }) => kind)).toEqual(['complaint', 'dispute', 'hazard', 'suggestion'])
  })
  test('asks between categories only where they are of different groups, and offers what was proposed', async () => {
    const { question, categories } = await read('停电以后公交也停了，请处理一下。', here)
    expect(question?.about).toBe('category')
    expect(question?.options.map(({ category }) => category)).toEqual(categories.map(({ value }) => value))
    expect(new Set(categories.map(({ value }) => topOf(value))).size).toBeGreaterThan(1)
    expect((await read('夜里没电，电压也不够，跳闸，请处理一下。', here)).question).toBeNull()
  })
  test('is not put to who has hardly begun', async () => {
    expect((await read('路')).question).toBeNull()
  })
})

describe('refusals', () => {
  const ask = (body: object, client = resident) => client.raw('POST', '/api/understanding', { body })
  test('without a login, without text, with too much of it, or with unknown fields', async () => {
    expect((await ask({ text: '路灯' }, service.anonymous)).status).toBe(401)
    for (const [body, path, code] of [
      [{}, 'text', 'invalid_type'],
      [{ text: '' }, 'text', 'too_small'],
      [{ text: '长'.repeat(5001) }, 'text', 'too_big'],
      [{ text: '路灯', regionCode: 'x' }, 'regionCode', 'invalid_format'],
      [{ text: '路灯', who: 1 }, 'who', 'unrecognized_keys'],
    ] as const) {
      const { status, body: problem } = await ask(body)
      expect([status, problem.code, problem.errors[0]]).toMatchObject([400, 'invalid_input', { path, code }])
    }
  })
  test('five thousand characters keep nobody waiting', async () => {
    const long = '楼上漏水，桥头村路灯坏了，没有人打人，'.repeat(300).slice(0, 5000)
    expect(await costOf(() => read(long, here))).toBeLessThan(1000)
  })
})
