import { rareTerms, similarityOf } from '@server/modules/briefs/likeness'
import { termsOf } from '@server/modules/briefs/terms'
import { database, ObjectId, toObjectId } from '@server/platform/database'
import { CITY } from '@tests/support/city'
import { aService, type Client, type Service } from '@tests/support/service'
import fc from 'fast-check'
import { aDraft, carryThrough, moveBrief, submit } from './papers-support'

let service: Service
let author: Client
let office: Client
let department: Client
beforeAll(async () => {
  service = await aService()
  author = await service.staff('cppccMember')
  office = await service.staff('cppccOffice')
  department = await service.staff('department')
})
afterAll(() => service?.close())

const similarTo = async (client: Client, id: string): Promise<string[]> =>
  (await client.call('briefs.similar', { params: { id } })).items.map((one) => one.title)

const LAMPS = {
  title: '关于乡村道路路灯损坏的反映',
  situation: '村道上的太阳能路灯坏了一半，学生放学走夜路。',
  cause: '路灯没有维护经费，电池两年就失效。',
  suggestion: '把路灯电池更换列入预算，由电力公司维护。',
}
const LAMPS_AGAIN = {
  title: '关于太阳能路灯维护的反映',
  situation: '去年装的太阳能路灯今年多数不亮，夜路很黑。',
  cause: '电池质量差，维护经费没有落实。',
  suggestion: '统一采购电池，明确路灯由谁维护。',
}
const BUSES = {
  title: '关于末班公交车时间的反映',
  situation: '末班公交车下午五点就收，乘车看病的老人赶不上。',
  cause: '公交公司认为客流太少。',
  suggestion: '逢集加开末班公交车。',
}
const CANTEEN = {
  title: '关于老年食堂饭菜价格的反映',
  situation: '老年食堂的饭菜涨价，送餐也停了。',
  cause: '食堂补贴没有到位。',
  suggestion: '补贴食堂，恢复送餐。',
}

describe('earlier briefs', () => {
  let first: string
  beforeAll(async () => {
    for (const words of [LAMPS, BUSES, CANTEEN]) {
      const { id } = await aDraft(service, author, words)
      await submit(author, id)
      if (words === LAMPS) first = id
    }
  })

  test('on the same matter are found, others not', async () => {
    const { id } = await aDraft(service, author, LAMPS_AGAIN)
    expect(await similarTo(author, id)).toEqual([LAMPS.title])
    // What came later is not earlier.
    await submit(author, id)
    expect(await similarTo(author, first)).toEqual([])
    expect(await similarTo(office, id)).toEqual([LAMPS.title])
  })

  test('are only those that the reader may see', async () => {
    const other = await service.staff('cppccMember')
    const { id } = await aDraft(service, other, LAMPS_AGAIN)
    expect(await similarTo(other, id)).toEqual([])
    await carryThrough({ service, office, department, id: first })
    expect(await similarTo(other, id)).toContain(LAMPS.title)
    const elsewhere = await service.staff('cppccMember', { regionCode: CITY.otherCounty })
    const there = await aDraft(service, elsewhere, { ...LAMPS_AGAIN, regionCode: CITY.otherCounty })
    expect(await similarTo(elsewhere, there.id)).toEqual([])
  })

  test('that were taken back are not found, nor drafts', async () => {
    const words = {
      title: '关于渡口停航的反映',
      situation: '渡口停航一个月，渡船在岸边。',
      cause: '渡船年检过期。',
      suggestion: '渡船年检后复航。',
    }
    const taken = await aDraft(service, author, words)
    const { id } = await aDraft(service, author, { ...words, title: '关于渡口渡船停航的再反映' })
    expect(await similarTo(author, id)).toEqual([])
    await submit(author, taken.id)
    expect(await similarTo(author, id)).toEqual([words.title])
    await moveBrief(author, taken.id, { move: 'withdraw' })
    expect(await similarTo(author, id)).toEqual([])
  })

  test('are found behind any number of later ones that the reader may not see', async () => {
    const text = {
      title: '关于古桥栏杆锈蚀的反映',
      situation: '古桥栏杆锈蚀断裂。',
      cause: '栏杆没有刷漆。',
      suggestion: '请更换古桥栏杆。',
    }
    const [earlier, own] = [await aDraft(service, author, text), await aDraft(service, author, text)]
    await submit(author, earlier.id)
    const briefs = database().collection('briefs')
    const stored = await briefs.findOne({ _id: toObjectId(earlier.id) as ObjectId }, { projection: { request: 0 } })
    const far = Array.from({ length: 450 }, () => ({
      ...stored,
      _id: new ObjectId(),
      regionCode: CITY.otherCounty,
      author: { personId: 'f'.repeat(24), name: '别处的委员', organisationId: null },
      submittedAt: service.clock.now(),
    }))
    await briefs.insertMany(far)
    const { items } = await author.call('briefs.similar', { params: { id: own.id } })
    await briefs.deleteMany({ _id: { $in: far.map(({ _id }) => _id) } })
    expect(items.map(({ id }) => id)).toEqual([earlier.id])
  })

  test('are at most five', async () => {
    const words = (i: number) => ({ ...CANTEEN, title: `关于老年食堂的第${i}次反映` })
    for (let i = 0; i < 6; i++) await submit(author, (await aDraft(service, author, words(i))).id)
    expect(await similarTo(author, (await aDraft(service, author, words(9))).id)).toHaveLength(5)
  })

  test('of what one may not see are nobody’s to ask for', async () => {
    const { id } = await aDraft(service, author)
    for (const one of [id, 'a'.repeat(24), 'nothing'])
      expect((await (await service.staff('cppccMember')).raw('GET', `/api/briefs/${one}/similar`)).status).toBe(404)
  })
})

describe('the words by which briefs are found', () => {
  const said = (text: string) => termsOf({ title: text, situation: [], causes: [], suggestions: [] })
  test('are what it is about, and not what stands in every brief', () => {
    const terms = said('建议有关部门解决居民反映的路灯问题')
    expect(terms).toContain('路灯')
    for (const phrase of ['建议', '部门', '居民', '反映', '问题', '解决']) expect(terms).not.toContain(phrase)
  })
  test('come once each, and not without end', () => {
    expect(said('路灯路灯路灯').filter((term) => term === '路灯')).toHaveLength(1)
    const claim = (text: string) => ({ text })
    const long = termsOf({
      title: '长',
      situation: Array.from({ length: 12 }, (_, i) => claim(`stuff${i} `.repeat(60))),
      causes: [],
      suggestions: [],
    })
    expect(long.length).toBeLessThanOrEqual(200)
  })
})

describe('likeness', () => {
  const words = fc.uniqueArray(fc.constantFrom(...'abcdefghijklmnop'), { minLength: 1, maxLength: 10 })
  const compare = (terms: string[], others: string[], rarity = 3) =>
    similarityOf({ terms, others, counts: new Map([...terms].map((term) => [term, rarity])), all: 50 })
  test('lies between 0 and 1, is 1 for the same words, and 0 where none is shared', () => {
    fc.assert(
      fc.property(words, words, (one, other) => {
        const likeness = compare(one, other)
        expect(likeness).toBeGreaterThanOrEqual(0)
        expect(likeness).toBeLessThanOrEqual(1 + 1e-9)
        expect(compare(one, [...one].reverse())).toBeCloseTo(1, 9)
        expect(likeness === 0).toBe(!one.some((word) => other.includes(word)))
      }),
    )
  })
  test('is greater by a shared rare word than by a shared common one', () => {
    const counts = new Map([
      ['rare', 1],
      ['common', 40],
    ])
    const by = (shared: string) => similarityOf({ terms: ['rare', 'common'], others: [shared, 'else'], counts, all: 50 })
    expect(by('rare')).toBeGreaterThan(by('common'))
    expect(rareTerms(counts)).toEqual(['rare', 'common'])
  })
})
