import { NetworkError } from '@/lib/problem'
import { call } from '@/lib/request'
import { getTokens, setTokens } from '@/lib/tokens'
import { type Answered, device } from './doubles/taro'

const OLD = { token: 'old', refreshToken: 'r0' }
const NEW = { token: 'new', refreshToken: 'r1' }
const refused: Answered = { status: 401, body: { type: 'about:blank', status: 401, code: 'unauthenticated', title: '请先登录' } }

/** A service whose old token has run out; `refresh` answers who asks for the next. */
const aService = (refresh: () => Answered) =>
  device.answer(({ url, header }) => {
    if (url.endsWith('/api/sessions/refresh')) return refresh()
    return header.Authorization === `Bearer ${NEW.token}` ? { status: 200, body: { unread: 3 } } : refused
  })
const unread = () => call('unread.get', {})

beforeEach(() => {
  device.reset()
  setTokens(OLD)
})

test('a token that has run out is renewed, and the call made again', async () => {
  aService(() => ({ status: 200, body: NEW }))
  expect(await unread()).toEqual({ unread: 3 })
  expect(getTokens()).toEqual(NEW)
})

test.each([
  ['is gone before it says anything', () => Promise.reject({ errMsg: 'request:fail' })],
  ['breaks off after its first line', () => Promise.reject({ errMsg: 'request:fail', statusCode: 200 })],
])('who asks for a new one while the network %s stays logged in', async (_, answer) => {
  aService(answer as unknown as () => Answered)
  await expect(unread()).rejects.toBeInstanceOf(NetworkError)
  expect(getTokens()).toEqual(OLD)
  aService(() => ({ status: 200, body: NEW }))
  expect(await unread()).toEqual({ unread: 3 })
})

test('whose session has ended is logged out', async () => {
  aService(() => refused)
  await expect(unread()).rejects.toMatchObject({ status: 401 })
  expect(getTokens()).toBeNull()
})
