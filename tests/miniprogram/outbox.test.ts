import type { Draft } from '@/features/submit/draft'
import { device } from './doubles/taro'

type Modules = {
  outbox: typeof import('@/features/submit/outbox')
  store: typeof import('@/features/submit/outbox-store')
  draft: typeof import('@/features/submit/draft')
  app: typeof import('@/lib/store')
  network: typeof import('@/lib/network')
}

/** The app as it is after a start: modules anew, the device's storage as it was left. */
const startApp = async (): Promise<Modules> => {
  jest.resetModules()
  const fresh = (await import('./doubles/taro')).device
  for (const [key, value] of device.storage) fresh.storage.set(key, value)
  current = fresh
  return {
    outbox: await import('@/features/submit/outbox'),
    store: await import('@/features/submit/outbox-store'),
    draft: await import('@/features/submit/draft'),
    app: await import('@/lib/store'),
    network: await import('@/lib/network'),
  }
}
let current = device

/** Kills the app: only what is in storage is left. */
const killApp = () => {
  const left = new Map(current.storage)
  device.storage.clear()
  for (const [key, value] of left) device.storage.set(key, value)
}

const CASE = { id: 'c1', number: '2611-000001-3', assignee: { id: 'm', name: '王秀兰', role: 'mediator' }, deadline: null }
const created = () => ({ status: 201, body: CASE })
const noNetwork = () => {
  throw { errMsg: 'request:fail' }
}
const problem = (status: number, code: string, title = '填写的内容有误') => ({ status, body: { type: 'about:blank', status, code, title } })

const someone = (app: Modules['app'], id = 'p1') =>
  app.useApp.setState({
    status: 'in',
    me: { id, name: '陈桂香', roles: [], phoneMasked: null, careMode: false, homeRegionCode: null, consentVersion: '1' },
  })

const written = (draft: Modules['draft']): Draft => ({
  ...draft.newDraft(),
  step: 'review',
  text: '楼上漏水，天花板都发霉了',
  region: [{ code: '880101001', name: '柳林镇', level: 'township' }],
})

const submissions = () => current.asked.filter(({ method, url }) => method === 'POST' && url === '/api/cases')

beforeEach(() => {
  device.reset()
  jest.useRealTimers()
})

test('a draft is sent once, with the key that it was given when it was begun', async () => {
  const { outbox, store, draft, app } = await startApp()
  current.answer(created)
  someone(app)
  const mine = written(draft)
  draft.saveDraft(mine)
  await outbox.post(mine)
  expect(submissions()).toHaveLength(1)
  expect(submissions()[0]?.header['Idempotency-Key']).toBe(mine.key)
  expect(submissions()[0]?.body).toMatchObject({ kind: 'dispute', category: 'neighbour.leak', regionCode: '880101001' })
  expect(store.useOutbox.getState()).toMatchObject({ parcels: [], sent: { [mine.key]: { caseId: 'c1', number: CASE.number } } })
  expect(draft.loadDraft()).toBeNull()
})

test('without a network it waits, and goes out exactly once when the network returns, however many things ask for it', async () => {
  const { outbox, store, draft, app, network } = await startApp()
  current.answer(noNetwork)
  someone(app)
  network.useNetwork.setState({ online: false })
  outbox.watchOutbox()
  await outbox.post(written(draft))
  expect(store.useOutbox.getState().parcels).toHaveLength(1)
  current.asked = []
  current.answer(async () => {
    await new Promise((done) => setTimeout(done, 20))
    return created()
  })
  network.useNetwork.setState({ online: true })
  document.dispatchEvent(new Event('visibilitychange'))
  await Promise.all([outbox.sendWaiting(), outbox.sendWaiting(), outbox.sendWaiting()])
  expect(submissions()).toHaveLength(1)
  expect(store.useOutbox.getState().parcels).toEqual([])
})

test('it survives the app being killed, and is sent with the same key after the restart', async () => {
  const before = await startApp()
  current.answer(noNetwork)
  someone(before.app)
  const mine = written(before.draft)
  await before.outbox.post(mine)
  killApp()

  const { outbox, store, app } = await startApp()
  current.answer(created)
  expect(store.useOutbox.getState().parcels).toHaveLength(1)
  someone(app)
  await outbox.sendWaiting()
  expect(submissions().map(({ header }) => header['Idempotency-Key'])).toEqual([mine.key])
  expect(store.useOutbox.getState().parcels).toEqual([])
})

test('an attempt of which no answer came is repeated unchanged, and must not be edited meanwhile', async () => {
  const { outbox, store, draft, app } = await startApp()
  someone(app)
  current.answer(noNetwork)
  const mine = written(draft)
  await outbox.post(mine)
  expect(store.takeBack(mine.key)).toBeNull()
  current.answer(created)
  await outbox.sendWaiting()
  const [first, second] = submissions()
  expect(second?.body).toEqual(first?.body)
  expect(second?.header['Idempotency-Key']).toBe(first?.header['Idempotency-Key'])
})

test('a busy service is tried again later; nobody has to press', async () => {
  const { outbox, store, draft, app } = await startApp()
  someone(app)
  jest.useFakeTimers()
  current.answer(() => problem(503, 'unavailable'))
  await outbox.post(written(draft))
  expect(store.useOutbox.getState().parcels).toHaveLength(1)
  current.answer(created)
  await jest.advanceTimersByTimeAsync(6_000)
  expect(store.useOutbox.getState().parcels).toEqual([])
})

test('what the service refuses says why, stays, is not sent again by itself, and can be changed under a new key', async () => {
  const { outbox, store, draft, app } = await startApp()
  someone(app)
  current.answer(() => problem(400, 'invalid_input', '填写的内容有误，请检查后再试'))
  const mine = written(draft)
  await outbox.post(mine)
  await outbox.sendWaiting()
  expect(submissions()).toHaveLength(1)
  expect(store.useOutbox.getState().parcels[0]?.refused).toContain('填写的内容有误')
  const again = store.takeBack(mine.key)
  expect(again).toMatchObject({ text: mine.text })
  expect(again?.key).not.toBe(mine.key)
  expect(store.useOutbox.getState().parcels).toEqual([])
})

test('nothing leaves before its writer is logged in, nor under the name of another', async () => {
  const { outbox, store, draft, app } = await startApp()
  current.answer(created)
  someone(app, 'p1')
  current.answer(noNetwork)
  await outbox.post(written(draft))
  current.asked = []
  current.answer(created)
  app.useApp.setState({ status: 'out', me: null })
  await outbox.sendWaiting()
  someone(app, 'p2')
  await outbox.sendWaiting()
  expect(submissions()).toEqual([])
  someone(app, 'p1')
  await outbox.sendWaiting()
  expect(submissions()).toHaveLength(1)
  expect(store.useOutbox.getState().parcels).toEqual([])
})

test('photos are sent before the case, each once, and are not sent again after the network failed in between', async () => {
  const { outbox, store, draft, app } = await startApp()
  const { keepFile } = await import('@/lib/kept-files')
  someone(app)
  const photos = await Promise.all([1, 2].map((n) => keepFile(new Blob([`photo ${n}`], { type: 'image/jpeg' }))))
  const uploads: string[] = []
  global.fetch = jest.fn(async (_: unknown, options?: RequestInit) => {
    const key = new Headers(options?.headers).get('Idempotency-Key') ?? ''
    uploads.push(key)
    const text = async () => JSON.stringify({ id: `file-${key}`, url: '/f', mime: 'image/jpeg', size: 7 })
    return { ok: true, status: 201, headers: new Headers(), text } as Response
  }) as typeof fetch
  current.answer(noNetwork)
  await outbox.post({ ...written(draft), photos })
  current.answer(created)
  await outbox.sendWaiting()
  expect(uploads).toEqual(photos.map(({ key }) => key))
  expect(submissions().at(-1)?.body).toMatchObject({ fileIds: photos.map(({ key }) => `file-${key}`) })
  expect(store.useOutbox.getState().parcels).toEqual([])
})
