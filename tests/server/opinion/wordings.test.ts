import { flushReads } from '@server/modules/cases'
import { CITY } from '@tests/support/city'
import { aCase, aDispute, place } from '@tests/support/factories'
import { aService, type Client, type Service } from '@tests/support/service'
import ExcelJS from 'exceljs'

let service: Service
let resident: Client
let member: Client
beforeAll(async () => {
  service = await aService()
  resident = await service.login('韩小梅')
  member = await service.staff('cppccMember', { name: '委员老梁' })
})
afterAll(() => service.close())

const say = (text: string, over: object = {}) => aCase(service, resident, { text, opinionUse: true, ...over })
const wordings = (query: object = {}, client = member) => client.call('opinion.wordings', { query: { limit: 100, ...query } })
const texts = async (query: object = {}) => (await wordings(query)).items.map((one) => one.text)
const readsOf = async (id: string) => {
  await flushReads()
  return (await resident.call('cases.reads', { params: { id }, query: {} })).items
}

describe('wording', () => {
  test('is read without names, numbers and addresses, when its author allows it', async () => {
    await say('我叫韩小梅，住桥头村三组，找过刘主任，电话13812345678，门口的路灯一直不亮。', { category: 'utility.lamp' })
    await say('这一句作者没有同意公开。', { opinionUse: false })
    await aDispute(service, resident, { text: '这一句是纠纷，只计数。', opinionUse: true })
    await service.drain()
    const { items } = await wordings()
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({
      kind: 'complaint',
      category: 'utility.lamp',
      regionName: '平安市 · 东河县 · 柳溪镇 · 桥头村',
      text: '我叫某人，住桥头村某组，找过某主任，电话[电话]，门口的路灯一直不亮。',
      marks: [],
    })
  })

  test('is noted as read by whom, for its author to see', async () => {
    const found = await say('公交车等一个小时也不来。')
    await service.drain()
    expect(await readsOf(found.id)).toEqual([])
    await wordings({ q: '公交车' })
    expect(await readsOf(found.id)).toMatchObject([{ by: '委员老梁', role: '政协委员', what: 'wording' }])
    await wordings({ q: '不存在的话' })
    expect(await readsOf(found.id)).toHaveLength(1)
    expect((await member.raw('GET', `/api/cases/${found.id}`)).status).toBe(404)
  })

  test('goes with the case when that is withdrawn, and with the person who is erased', async () => {
    const found = await say('临时起意写的一句。')
    const leaving = await service.login('要走的人')
    const left = await aCase(service, leaving, { text: '我马上注销账号。', opinionUse: true })
    const dispatcher = await service.staff('dispatcher')
    const returning = { move: 'return' as const, revision: left.revision, reason: '请向供电所反映。' }
    await dispatcher.call('cases.move', { params: { id: left.id }, body: returning })
    await service.drain()
    expect(await texts()).toEqual(expect.arrayContaining(['临时起意写的一句。', '我马上注销账号。']))
    const body = { move: 'withdraw' as const, revision: found.revision, reason: '写错了' }
    await resident.call('cases.move', { params: { id: found.id }, body })
    // At once, before any event has been delivered.
    expect(await texts()).not.toContain('临时起意写的一句。')
    await service.drain()
    expect(await texts()).not.toContain('临时起意写的一句。')
    await leaving.call('me.erase', { body: { confirm: '注销账号' } })
    expect(await texts()).not.toContain('我马上注销账号。')
  })

  test('stays within the regions of the role', async () => {
    await say('远处的河道发黑发臭。', { location: place('farGrid'), category: 'utility.water' })
    await service.drain()
    const near = await service.staff('cppccMember', { regionCode: CITY.county })
    const far = await service.staff('cppccOffice', { regionCode: CITY.otherCounty })
    expect((await wordings({}, near)).items.map((one) => one.text)).not.toContain('远处的河道发黑发臭。')
    expect((await wordings({}, far)).items.map((one) => one.text)).toEqual(['远处的河道发黑发臭。'])
    expect(await texts({ regionCode: CITY.otherVillage })).toEqual(['远处的河道发黑发臭。'])
  })
})

describe('the search', () => {
  beforeAll(async () => {
    await say('电动车在楼道里飞线充电，夜里很吓人。', { kind: 'hazard', category: 'safety.wiring' })
    await say('希望多装几个充电桩，电动车就不用上楼了。', { kind: 'suggestion', category: 'property.parking' })
    await say('水管爆了，WiFi也断了。')
    await say('广场舞音响太吵。', { category: 'environment.noise' })
    await service.drain()
  })

  test.each([
    ['电动车', 2],
    ['充电 电动车', 2],
    ['飞线充电', 1],
    ['电动车楼道', 1],
    ['水', 1],
    ['吵', 1],
    ['wifi', 1],
    ['ＷＩＦＩ', 1],
    ['音响太', 1],
    ['车动', 0],
    ['，。', 0],
    ['.*', 0],
  ])('%s finds %d', async (q, count) => expect(await texts({ q, weeks: 1 })).toHaveLength(count))

  test('marks the words, and goes with kind and category', async () => {
    const { items } = await wordings({ q: '电动车充电', kind: 'hazard' })
    expect(items).toHaveLength(1)
    expect(items[0]?.marks.sort()).toEqual(['充电', '电动车'])
    expect(await texts({ category: 'environment' })).toEqual(['广场舞音响太吵。'])
    expect(await texts({ kind: 'dispute' })).toEqual([])
  })

  test('is found under what the case was put right to be, and not at all once that is a dispute', async () => {
    const dispatcher = await service.staff('dispatcher')
    const found = await say('垃圾站的异味一天到晚散不掉。', { category: 'traffic.road' })
    const putRight = async (kind: 'suggestion' | 'dispute' | 'complaint', category: string) => {
      const { revision } = await dispatcher.call('cases.get', { params: { id: found.id } })
      await dispatcher.call('cases.classify', { params: { id: found.id }, body: { kind, category, revision } })
      await service.drain()
    }
    await service.drain()
    await putRight('suggestion', 'environment.rubbish')
    const here = async (query: object) => (await texts({ q: '异味', ...query })).length
    expect([await here({ category: 'traffic' }), await here({ category: 'environment', kind: 'suggestion' })]).toEqual([0, 1])
    await putRight('dispute', 'neighbour.noise')
    expect(await here({})).toBe(0)
    await putRight('complaint', 'environment.rubbish')
    expect(await here({ kind: 'complaint' })).toBe(1)
  })

  test('is paged, newest first, each once', async () => {
    const all = (await wordings()).items.map((one) => one.id)
    const paged: string[] = []
    let cursor: string | null | undefined
    do {
      const page = await member.call('opinion.wordings', { query: { limit: 2, ...(cursor ? { cursor } : {}) } })
      paged.push(...page.items.map((one) => one.id))
      cursor = page.nextCursor
    } while (cursor)
    expect(paged).toEqual(all)
    expect(new Set(paged).size).toBe(all.length)
  })
})

describe('the export', () => {
  test('is a workbook with the same numbers and wording, logged', async () => {
    const found = await say('=1+1 导出时也只是一句话。')
    await service.drain()
    const response = await fetch(`${service.url}/api/opinion/export?weeks=4`, { headers: { Authorization: `Bearer ${member.token}` } })
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(await response.arrayBuffer())
    expect(book.worksheets.map((sheet) => sheet.name)).toEqual(['数据', '原话'])
    const column = (book.getWorksheet('原话')?.getColumn(5).values ?? []) as string[]
    expect(column).toContain('=1+1 导出时也只是一句话。')
    expect(column.join('')).not.toMatch(/13812345678|韩小梅/)
    expect(book.getWorksheet('数据')?.getCell('B1').value).toBe('平安市')
    expect(await readsOf(found.id)).toMatchObject([{ by: '委员老梁', what: 'export' }])
  })
})
