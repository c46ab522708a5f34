/** @jest-environment node */
import { CITY } from '@tests/support/city'
import { aService, type Service } from '@tests/support/service'
import { startWeapp } from './harness'

let service: Service
let running: ReturnType<typeof startWeapp>[] = []
const aWeapp = (options: Parameters<typeof startWeapp>[0] = {}) => {
  const app = startWeapp(options)
  running.push(app)
  return app
}

beforeAll(async () => {
  service = await aService()
})
afterEach(() => {
  for (const app of running) app.stop()
  running = []
})
afterAll(() => service?.close())

const RESIDENT = 'packages/resident/pages'

test('every page of every package renders, for somebody who is not logged in', async () => {
  const app = aWeapp({ service: service.url, code: () => service.double.code('o-nobody') })
  const { pages, subPackages = [] } = app.manifest
  const routes = [...pages, ...subPackages.flatMap(({ root, pages: sub }) => sub.map((page) => `${root.replace(/\/$/, '')}/${page}`))]
  expect(routes.length).toBeGreaterThan(15)
  for (const route of routes) {
    const page = await app.open(route, { id: 'no-such-case' })
    await page.drawn()
    page.close()
  }
  expect(app.errors).toEqual([])
})

test('somebody agrees to the terms, says what is the matter, and the case is with a mediator', async () => {
  const mediator = await service.staff('mediator', { name: '王秀兰' })
  const app = aWeapp({ service: service.url, code: () => service.double.code('o-chen') })

  const login = await app.open('pages/login/index')
  await login.tap('微信登录')
  await login.sees('隐私条款')
  await login.tap('我看过了，同意')
  await app.opens('/pages/home/index')
  login.close()

  const submit = await app.open(`${RESIDENT}/submit/index`)
  await submit.write('textarea', '楼上装修以后我家一直漏水，天花板都发霉了')
  await submit.sees('像是：邻里 · 漏水渗水')
  await submit.tap('下一步：在哪里')
  for (const name of ['东河县', '柳溪镇', '桥头村', '桥头一网格']) await submit.tap(name)
  await submit.sees('选好了')
  await submit.tap('下一步：和谁有关')
  await submit.tap('下一步：看一遍')
  await submit.sees('看一遍，没问题就提交')
  await submit.tap('提交')
  await submit.sees('已经提交')
  await submit.sees('已经分给 王秀兰')
  submit.close()
  expect(app.errors).toEqual([])

  const { items } = await mediator.call('cases.list', { query: { view: 'inbox' } })
  expect(items).toHaveLength(1)
  expect(items[0]).toMatchObject({ kind: 'dispute', category: 'neighbour.leak', regionCode: CITY.grid })
  expect(app.calls.storage.has('draft')).toBe(false)
  expect(app.calls.storage.has('outbox')).toBe(false)

  const shown = await app.open(`${RESIDENT}/case/index`, { id: items[0]?.id ?? '' })
  await shown.sees('等王秀兰受理')
  await shown.sees('为什么是这位')
  shown.close()
})

test('without a network what was said stays on the telephone and says so', async () => {
  const app = aWeapp()
  app.calls.storage.set('tokens', JSON.stringify({ token: 't', refreshToken: 'r' }))
  app.calls.storage.set(
    'draft',
    JSON.stringify({
      key: 'k'.repeat(20),
      step: 'review',
      text: '路灯不亮',
      region: [{ code: CITY.grid, name: '桥头一网格', level: 'grid' }],
    }),
  )
  const submit = await app.open(`${RESIDENT}/submit/index`)
  await submit.tap('提交')
  await submit.sees('已存在这部手机里，网络一通就发')
  expect(JSON.parse(app.calls.storage.get('outbox') ?? '[]')).toHaveLength(1)
  submit.close()
})
