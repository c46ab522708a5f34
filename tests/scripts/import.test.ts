import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { database } from '@server/platform/database'
import { CITY } from '@tests/support/city'
import { aService, type Client, type Service } from '@tests/support/service'
import { toInstant } from '../../scripts/lib/import/rows'
import { importMessages } from '../../scripts/lib/import/run'

let service: Service
let importer: Client
beforeAll(async () => {
  service = await aService()
  importer = await service.staff('importer')
})
afterAll(() => service.close())

const HEADER = 'id,user,title,submitted_at,text,reply,replied_at'
const bytes = (...lines: string[]) => Buffer.from([HEADER, ...lines].join('\r\n'))
const run = (file: Buffer, over: object = {}) =>
  importMessages({ bytes: file, url: service.url, token: importer.token, region: CITY.grid, ...over })
const cases = () => database().collection('cases').find().sort({ createdAt: 1 }).toArray()
beforeEach(async () => {
  await database().collection('cases').deleteMany({})
})

test.each([
  ['2019/11/22 10:51:11', '2019-11-22T10:51:11+08:00'],
  ['2019-4-2 9:05', '2019-04-02T09:05:00+08:00'],
  ['2020-01-08', '2020-01-08T00:00:00+08:00'],
  ['2020-01-08T11:23:30Z', '2020-01-08T11:23:30Z'],
  ['2019/2/30 10:00:00', undefined],
  ['上星期三', undefined],
])('the time %s is read as %s', (text, instant) => expect(toInstant(text)).toBe(instant))

const LONG_TITLE = '村口的桥'.repeat(20)
const GOOD = [
  `m-1,甲,路口的井盖松了,2019/11/22 10:51:11,"井盖一踩就响，""咣当"" 一声，晚上很吓人。",已修,2019/11/30 9:00:00`,
  `m-2,乙,${LONG_TITLE},2019-12-01 08:00:00,桥面裂了一道缝。,,`,
  'm-3,甲,,2020-01-01,公交站没有座位。,,',
]
const BAD = [
  `m-4,丙,太长,2020-01-02 10:00:00,${'长'.repeat(5001)},,`,
  'm-5,丁,没有时间,昨天,请看看。,,',
  'm-6,戊,空的,2020-01-02 10:00:00,  ,,',
  'm-7,己,以后,2999-01-02 10:00:00,来自将来。,,',
]

test('every message becomes a case with its own time, and every writer one person', async () => {
  const summary = await run(bytes(...GOOD, ...BAD))
  expect(summary).toMatchObject({ total: 7, accepted: 3, repeated: 0 })
  expect(summary.rejected.map(({ row, id }) => [row, id])).toEqual([
    [5, 'm-4'],
    [6, 'm-5'],
    [7, 'm-6'],
    [8, 'm-7'],
  ])
  expect(summary.rejected.at(-1)?.reason).toContain('submittedAt')
  const [first, second, third] = await cases()
  expect(first).toMatchObject({ title: '路口的井盖松了', regionCode: CITY.grid, kind: 'complaint', opinionUse: false })
  expect(first?.createdAt.toISOString()).toBe('2019-11-22T02:51:11.000Z')
  expect(second?.title).toHaveLength(60)
  expect(second?.title.endsWith('…')).toBe(true)
  expect(third?.title).toBe('公交站没有座位')
  const persons = [first, second, third].map((one) => one?.parties[0].personId)
  expect(persons[0]).toBe(persons[2])
  expect(new Set(persons).size).toBe(2)
})

test('run twice, it makes nothing twice, and a changed row is told apart', async () => {
  await run(bytes(...GOOD))
  const again = await run(bytes(...GOOD))
  expect(again).toMatchObject({ accepted: 0, repeated: 3, rejected: [] })
  const changed = await run(bytes('m-1,甲,别的标题,2019/11/22 10:51:11,别的话。,,'))
  expect(changed.rejected[0]?.reason).toContain('idempotency_mismatch')
  expect(await cases()).toHaveLength(3)
})

test('many rows, a limit, a kind, GB 18030, and the demo importer who needs no token', async () => {
  await service.double.ask('POST', '/double/people', {
    openid: `o-${Buffer.from(importer.user.name).toString('hex')}`,
    name: importer.user.name,
    roles: [{ role: 'importer', organisationId: null, regionCode: CITY.city }],
  })
  const rows = Array.from({ length: 60 }, (_, index) => `n-${index},写信人${index % 20},,2020-02-03 10:00:00,第${index}件事。,,`)
  const seen: number[] = []
  const summary = await run(bytes(...rows), {
    token: undefined,
    region: undefined,
    kind: 'suggestion',
    limit: 50,
    progress: ({ accepted }: { accepted: number }) => seen.push(accepted),
  })
  expect(summary).toMatchObject({ total: 50, accepted: 50, rejected: [] })
  expect(seen).toHaveLength(50)
  const [first] = await cases()
  expect(first).toMatchObject({ kind: 'suggestion', regionCode: CITY.city })
  // 甲,好 in GB 18030
  const chinese = Buffer.concat([Buffer.from('user,text\n'), Buffer.from([0xbc, 0xd7, 0x2c, 0xba, 0xc3]), Buffer.from('\n')])
  expect(await run(chinese)).toMatchObject({ accepted: 1 })
  expect((await cases()).at(-1)?.text).toBe('好')
})

test.each([
  ['an account that is no importer', async () => run(bytes(...GOOD), { token: (await service.login('路人')).token }), '导入员'],
  ['a bad token', () => run(bytes(...GOOD), { token: 'x'.repeat(40) }), '登录'],
  ['a file without the needed columns', () => run(Buffer.from('a,b\n1,2')), 'user'],
  ['an empty file', () => run(Buffer.from('')), '没有数据行'],
  [
    'a region that is not there',
    async () => {
      const { rejected } = await run(bytes(...GOOD), { region: '990101' })
      throw new Error(rejected.map(({ reason }) => reason).join())
    },
    'regionCode',
  ],
])('%s is refused with the reason', async (_, act, words) => {
  await expect(act()).rejects.toThrow(words)
  expect(await cases()).toHaveLength(0)
})

test('a stray quote costs no row, and a quote that is never closed only what follows it', async () => {
  const [first = '', second = '', third = ''] = GOOD
  expect(await run(bytes(first, 'm-8,庚,坏的,2020-01-02 10:00:00,"写到"一半,,', second, third))).toMatchObject({ total: 4, accepted: 4 })
  expect((await cases()).map(({ text }) => text)).toContain('"写到"一半')
  await database().collection('cases').deleteMany({})
  const summary = await run(bytes(first, second, 'm-9,辛,没完,2020-01-02 10:00:00,"写到一半,,', third))
  expect(summary).toMatchObject({ total: 3, rejected: [{ row: 4, reason: expect.stringContaining('看不懂这一行') }] })
})

test('a busy service is waited for', async () => {
  let busy = 3
  let calls = 0
  const server = createServer((request, response) => {
    if (request.url === '/api/me') return void response.setHeader('Content-Type', 'application/json').end(JSON.stringify(importer.user))
    calls += 1
    if (busy-- > 0) return void response.writeHead(429, { 'Retry-After': '1' }).end()
    response.writeHead(201, { 'Content-Type': 'application/json' }).end('{}')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  expect(await run(bytes(...GOOD), { url })).toMatchObject({ accepted: 3, rejected: [] })
  expect(calls).toBe(6)
  server.close()
})
