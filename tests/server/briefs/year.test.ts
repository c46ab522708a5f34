import { createTally, type Numbered } from '@server/modules/briefs/year/tally'
import { BRIEF_LEVELS } from '@shared/briefs/words'
import { CITY } from '@tests/support/city'
import { aService, type Client, type Service } from '@tests/support/service'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { download } from '../archive/support'
import { aDraft, carryThrough, moveBrief, signAs, submit } from './papers-support'

let service: Service
let liang: Client
let zheng: Client
let office: Client
let department: Client
beforeAll(async () => {
  service = await aService()
  await service.clock.set('2026-03-10T09:00:00+08:00')
  liang = await service.staff('cppccMember', { name: '委员老梁' })
  zheng = await service.staff('cppccMember', { name: '委员小郑' })
  office = await service.staff('cppccOffice', { name: '办公室老方' })
  department = await service.staff('department')
})
afterAll(() => service?.close())

const year = (query: object = {}, client = office) => client.call('briefs.year', { query })
const rowOf = async (name: string, query: object = {}) => (await year(query)).rows.find((row) => row.name === name)

describe('a year of work', () => {
  test('shows every member of the region, also those who have written nothing', async () => {
    const { rows, byMonth, regionName, year: shown } = await year()
    expect(shown).toBe(2026)
    expect(regionName).toBe('平安市')
    expect(rows.map(({ name }) => name).sort()).toEqual(['委员小郑', '委员老梁'].sort())
    for (const row of rows) expect(row).toMatchObject({ submitted: 0, signed: 0, levels: [0, 0, 0, 0], consultations: 0 })
    expect(byMonth.map(({ month }) => month)).toEqual(Array.from({ length: 12 }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}`))
  })

  test('counts for the author what was submitted, accepted, adopted and instructed, and for who signed that they did', async () => {
    const { id } = await aDraft(service, liang)
    await signAs(liang, zheng, id)
    await submit(liang, id)
    await service.clock.set('2026-04-02T10:00:00+08:00')
    await carryThrough({ service, office, department, id })
    await moveBrief(office, id, { move: 'adopt', level: 'city', by: '市委办公室' })
    await moveBrief(office, id, { move: 'adopt', level: 'city', by: '市政府办公室' })
    await moveBrief(office, id, { move: 'instruct', level: 'city', by: '分管副市长', text: '请抓紧办理。' })
    await moveBrief(office, id, { move: 'instruct', level: 'city', by: '市长', text: '同意。' })
    expect(await rowOf('委员老梁')).toMatchObject({ submitted: 1, signed: 0, accepted: 1, adopted: 1, levels: [1, 1, 0, 0], instructed: 1 })
    expect(await rowOf('委员小郑')).toMatchObject({ submitted: 0, signed: 1, accepted: 0, adopted: 0, levels: [0, 0, 0, 0], instructed: 0 })
    const { byMonth } = await year()
    expect(byMonth.filter(({ submitted, adopted }) => submitted + adopted > 0)).toEqual([
      { month: '2026-03', submitted: 1, adopted: 0 },
      { month: '2026-04', submitted: 0, adopted: 1 },
    ])
  })

  test('does not count drafts, and not what its author took back', async () => {
    const before = await rowOf('委员小郑')
    const taken = await aDraft(service, zheng)
    await submit(zheng, taken.id)
    expect(await rowOf('委员小郑')).toMatchObject({ submitted: 1 })
    await moveBrief(zheng, taken.id, { move: 'withdraw' })
    await aDraft(service, zheng)
    expect(await rowOf('委员小郑')).toEqual(before)
  })

  test('counts a group once for a brief that two of its members stand behind', async () => {
    const [group] = (await year({ by: 'group' })).rows
    expect(group).toMatchObject({ name: '平安市政协', submitted: 1, signed: 0, accepted: 1, adopted: 1 })
  })

  test('counts each thing in the year in which it happened', async () => {
    await service.clock.set('2026-12-31T23:30:00+08:00')
    const { id } = await aDraft(service, zheng)
    await submit(zheng, id)
    await service.clock.set('2027-01-01T00:30:00+08:00')
    await moveBrief(office, id, { move: 'accept' })
    expect(await rowOf('委员小郑', { year: 2026 })).toMatchObject({ submitted: 1, accepted: 0 })
    expect(await rowOf('委员小郑', { year: 2027 })).toMatchObject({ submitted: 0, accepted: 1 })
    expect((await year()).year).toBe(2027)
    // It is told of late, and belongs to the year before.
    await moveBrief(office, id, { move: 'adopt', level: 'province', by: '省政协', at: '2026-12-31T23:50:00+08:00' })
    expect(await rowOf('委员小郑', { year: 2026 })).toMatchObject({ adopted: 1, levels: [0, 0, 1, 0] })
    expect(await rowOf('委员小郑', { year: 2027 })).toMatchObject({ adopted: 0, levels: [0, 0, 0, 0] })
  })

  test('counts the topics that a member proposed or leads', async () => {
    const before = Number((await rowOf('委员老梁'))?.consultations)
    const body = { title: '老街停车怎么办', text: '老街两边都停满了车，大家说说停在哪里好。', regionCode: CITY.county }
    await liang.call('consultations.propose', { body })
    expect((await rowOf('委员老梁'))?.consultations).toBe(before + 1)
    const [group] = (await year({ by: 'group' })).rows
    expect(group?.consultations).toBe(before + 1)
  })

  test('is cut to a region, and is read by its members and office only', async () => {
    expect((await year({ regionCode: CITY.otherCounty })).byMonth.every(({ submitted }) => submitted === 0)).toBe(true)
    expect((await year({ regionCode: CITY.county, year: 2026 })).byMonth.reduce((sum, { submitted }) => sum + submitted, 0)).toBe(2)
    const elsewhere = await service.staff('cppccMember', { regionCode: CITY.otherCounty })
    expect((await year({}, elsewhere)).regionName).toBe('西河县')
    for (const regionCode of [CITY.city, CITY.county])
      expect((await elsewhere.raw('GET', `/api/briefs/year?regionCode=${regionCode}`)).status).toBe(403)
    for (const client of [await service.login('路人'), await service.staff('department'), await service.staff('dispatcher')])
      for (const path of ['/api/briefs/year', '/api/briefs/year/export']) expect((await client.raw('GET', path)).status).toBe(403)
  })

  test.each([
    ['year=1999', 'year'],
    ['year=abc', 'year'],
    ['by=party', 'by'],
    ['regionCode=88x', 'regionCode'],
    [`regionCode=${CITY.county}999`, 'regionCode'],
  ])('is refused with %s', async (query, path) => {
    expect(await office.raw('GET', `/api/briefs/year?${query}`)).toMatchObject({
      status: 400,
      body: { code: 'invalid_input', errors: [{ path }] },
    })
  })

  test('is given as XLSX with the same numbers, the months, and what the numbers mean', async () => {
    const shown = await year({ year: 2026 })
    const { status, bytes, headers } = await download(service, office, '/api/briefs/year/export?year=2026')
    expect(status).toBe(200)
    expect(decodeURIComponent(headers.get('content-disposition') ?? '')).toContain('社情民意信息-平安市-2026年.xlsx')
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(bytes as unknown as ArrayBuffer)
    const cells = (name: string) =>
      (book.getWorksheet(name)?.getSheetValues() ?? []).flatMap((row) => (Array.isArray(row) ? [row.slice(1)] : []))
    expect(cells('按委员')).toEqual([
      ['委员', '提交', '联名', '立案', '采用', '区县采用', '市级采用', '省级采用', '全国采用', '得到批示', '协商议题'],
      ...shown.rows.map((row) => [
        row.name,
        row.submitted,
        row.signed,
        row.accepted,
        row.adopted,
        ...row.levels,
        row.instructed,
        row.consultations,
      ]),
    ])
    expect(cells('按月')).toEqual([
      ['月份', '提交', '采用'],
      ...shown.byMonth.map(({ month, submitted, adopted }) => [month, submitted, adopted]),
    ])
    expect(cells('说明').flat().join('')).toContain('撤回的不计')
  })
})

test('counts a signature where it was given, and not in the brief that its brief was merged into', async () => {
  const [one, other] = [await aDraft(service, liang), await aDraft(service, zheng)]
  await signAs(zheng, liang, other.id)
  for (const [author, { id }] of [[liang, one] as const, [zheng, other] as const]) await submit(author, id)
  await moveBrief(office, one.id, { move: 'accept' })
  const before = [await rowOf('委员老梁'), await rowOf('委员小郑')]
  await moveBrief(office, other.id, { move: 'merge', intoId: one.id })
  expect([await rowOf('委员老梁'), await rowOf('委员小郑')]).toEqual(before)
})

describe('counting', () => {
  const instant = fc.integer({ min: -400, max: 765 }).map((day) => new Date(Date.UTC(2026, 0, 1) + day * 86_400_000))
  const person = fc
    .constantFrom('a', 'b', 'c')
    .map((personId) => ({ personId, name: personId, organisationId: personId === 'c' ? 'two' : 'one' }))
  const brief: fc.Arbitrary<Numbered> = fc.record({
    author: person,
    signatures: fc.array(
      fc
        .record({ who: person, state: fc.constantFrom('asked' as const, 'signed' as const), at: instant })
        .map(({ who, ...rest }) => ({ ...who, ...rest })),
      { maxLength: 3 },
    ),
    adoptions: fc.array(fc.record({ level: fc.constantFrom(...BRIEF_LEVELS), by: fc.constant('x'), at: instant }), { maxLength: 4 }),
    instructions: fc.array(
      fc.record({ level: fc.constantFrom(...BRIEF_LEVELS), by: fc.constant('x'), text: fc.constant('y'), at: instant }),
      {
        maxLength: 2,
      },
    ),
    submittedAt: fc.option(instant),
    acceptedAt: fc.option(instant),
  })
  const tallyOf = (briefs: Numbered[], of: number, by: 'member' | 'group') => {
    const year = { year: of, from: new Date(Date.UTC(of, 0, 1)), to: new Date(Date.UTC(of + 1, 0, 1)) }
    const rowOf = (worker: { personId: string; organisationId: string | null }) =>
      by === 'member' ? worker.personId : (worker.organisationId ?? undefined)
    const tally = createTally({ year, rowOf, monthOf: (at) => at.toISOString().slice(0, 7) })
    for (const one of briefs) tally.addBrief(one)
    return tally
  }
  const YEARS = [2024, 2025, 2026, 2027, 2028]

  test('over all years and rows counts every submission and acceptance once', () => {
    fc.assert(
      fc.property(fc.array(brief, { maxLength: 12 }), fc.constantFrom('member' as const, 'group' as const), (briefs, by) => {
        const rows = YEARS.flatMap((of) => [...tallyOf(briefs, of, by).rows.values()])
        const sum = (key: 'submitted' | 'accepted' | 'adopted') => rows.reduce((total, row) => total + row[key], 0)
        expect(sum('submitted')).toBe(briefs.filter(({ submittedAt }) => submittedAt !== null).length)
        expect(sum('accepted')).toBe(briefs.filter(({ acceptedAt }) => acceptedAt !== null).length)
        expect(sum('adopted')).toBe(briefs.filter(({ adoptions }) => adoptions.length > 0).length)
      }),
    )
  })
  test('agrees by month, by member and by group', () => {
    fc.assert(
      fc.property(fc.array(brief, { maxLength: 12 }), (briefs) => {
        const tally = tallyOf(briefs, 2026, 'member')
        const groups = tallyOf(briefs, 2026, 'group')
        for (const key of ['submitted', 'adopted'] as const) {
          const inRows = [...tally.rows.values()].reduce((total, row) => total + row[key], 0)
          expect(tally.months().reduce((total, month) => total + month[key], 0)).toBe(inRows)
          expect([...groups.rows.values()].reduce((total, row) => total + row[key], 0)).toBe(inRows)
        }
        for (const row of tally.rows.values()) expect(Math.max(...row.levels)).toBeLessThanOrEqual(briefs.length)
      }),
    )
  })
})
