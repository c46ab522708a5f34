import { clock } from '@server/platform/clock'
import { createWeChat, mongoTokenStore, type WeChat } from '@server/platform/wechat'
import { uriFor } from '@tests/support/database'
import { aDouble, DOUBLE_ACCOUNT, type Double } from '@tests/support/double'
import { MongoClient } from 'mongodb'

const client = new MongoClient(uriFor('wechat'))
let double: Double
let lines: string[]
const TOKEN = 'POST /cgi-bin/stable_token'
const SEND = 'POST /cgi-bin/message/subscribe/send'

// Each call makes what another process would have: a facade with a memory of its own, on the same database.
const aProcess = (timeoutMs = 5000, endpoint = double.url): WeChat =>
  createWeChat({
    ...DOUBLE_ACCOUNT,
    endpoint,
    timeoutMs,
    tokenStore: mongoTokenStore(client.db()),
    clock,
    log: { warn: (details, message) => lines.push(JSON.stringify(details) + message) },
  })
const message = { openid: 'o-li', templateId: 't', page: 'pages/index/index', data: { thing1: { value: '事项已受理' } } }

beforeAll(() => client.connect())
afterAll(() => client.close())
beforeEach(async () => {
  lines = []
  await client.db().dropDatabase()
  double = await aDouble()
  await double.code('o-li')
})
afterEach(async () => {
  clock.reset()
  await double.close()
})

describe('a login code', () => {
  it('names its person, and works once', async () => {
    const wechat = aProcess()
    const code = await double.code('o-li')
    expect(await wechat.exchangeCode(code)).toEqual({ openid: 'o-li' })
    await expect(wechat.exchangeCode(code)).rejects.toMatchObject({ status: 400, code: 'code_invalid' })
  })
  it('used by many at once lets exactly one in', async () => {
    const wechat = aProcess()
    const code = await double.code('o-li')
    const tries = await Promise.allSettled(Array.from({ length: 20 }, () => wechat.exchangeCode(code)))
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  })
  it.each(['busy', 'down'] as const)('is answered as WeChat being away on a %s day', async (mode) => {
    const code = await double.code('o-li')
    await double.fault({ mode })
    await expect(aProcess().exchangeCode(code)).rejects.toMatchObject({ status: 503, code: 'wechat_unavailable' })
  })
})

describe('the access token', () => {
  it('is fetched once by concurrent calls of two processes', async () => {
    const processes = [aProcess(), aProcess()]
    const codes = await Promise.all(Array.from({ length: 10 }, () => double.phoneCode('o-li')))
    const numbers = await Promise.all(codes.map((code, index) => processes[index % 2]?.phoneNumber(code)))
    expect(new Set(numbers).size).toBe(1)
    expect(await double.count(TOKEN)).toBe(1)
  })
  it('is replaced once when WeChat does not know it any more, for all who meet that at once', async () => {
    const wechat = aProcess()
    await wechat.sendSubscribe(message)
    await double.revokeTokens()
    const results = await Promise.all(Array.from({ length: 5 }, () => wechat.sendSubscribe(message)))
    expect(results.every((one) => one.outcome === 'sent')).toBe(true)
    expect(await double.count(TOKEN)).toBe(2)
    expect(await double.messages('o-li')).toHaveLength(6)
  })
  it('is replaced when it has expired at WeChat before it did here', async () => {
    const wechat = aProcess()
    await wechat.sendSubscribe(message)
    await double.ask('PUT', '/double/clock', { now: new Date(Date.now() + 7_300_000).toISOString() })
    expect(await wechat.sendSubscribe(message)).toEqual({ outcome: 'sent' })
    expect(await double.count(SEND)).toBe(3)
  })
  it('expires by the clock of the service', async () => {
    const wechat = aProcess()
    await wechat.sendSubscribe(message)
    clock.allowMoving()
    clock.set(new Date(Date.now() + 7_300_000))
    await double.ask('PUT', '/double/clock', { now: clock.now().toISOString() })
    expect(await wechat.sendSubscribe(message)).toEqual({ outcome: 'sent' })
    expect(await double.count(SEND)).toBe(2)
  })
  it('is fetched by another process when the one that held the lease was killed', async () => {
    await client
      .db()
      .collection<{ _id: string }>('wechatTokens')
      .insertOne({ _id: DOUBLE_ACCOUNT.appId, holder: 'dead', leaseUntil: new Date(Date.now() + 300) } as never)
    expect(await aProcess().sendSubscribe(message)).toEqual({ outcome: 'sent' })
  })
})

describe('a subscription message', () => {
  it('reaches its person', async () => {
    expect(await aProcess().sendSubscribe(message)).toEqual({ outcome: 'sent' })
    expect(await double.messages('o-li')).toMatchObject([{ page: message.page, data: message.data }])
  })
  it('is refused for good when the person is unknown, did not accept, or a field is wrong', async () => {
    const wechat = aProcess()
    expect(await wechat.sendSubscribe({ ...message, openid: 'o-nobody' })).toEqual({ outcome: 'refused', errcode: 40003 })
    expect(await wechat.sendSubscribe({ ...message, data: { thing1: { value: '字'.repeat(21) } } })).toEqual({
      outcome: 'refused',
      errcode: 47003,
    })
    await double.ask('POST', '/double/accept', { openid: 'o-li', template_id: 't', count: 0 })
    expect(await wechat.sendSubscribe(message)).toEqual({ outcome: 'refused', errcode: 43101 })
  })
  it('may be tried again when WeChat was busy, or could not be reached', async () => {
    const wechat = aProcess()
    await double.fault({ mode: 'busy' })
    expect(await wechat.sendSubscribe(message)).toEqual({ outcome: 'retry', errcode: -1 })
    await double.fault({ mode: 'down', path: 'stable_token' })
    expect(await wechat.sendSubscribe(message)).toEqual({ outcome: 'retry' })
    await double.fault({ mode: 'ok' })
    await wechat.sendSubscribe(message)
    await double.close()
    expect(await wechat.sendSubscribe(message)).toEqual({ outcome: 'retry' })
  })
  it.each(['slow', 'down'] as const)('has an unknown outcome when the answer does not come (%s), and is not sent again', async (mode) => {
    // Brings the token, which need not come within the short limit.
    await aProcess().miniProgramCode({ scene: 't=abc', page: 'pages/login/index' })
    const wechat = aProcess(1500)
    await double.fault({ mode, path: 'subscribe', ms: 4000 })
    expect(await wechat.sendSubscribe(message)).toEqual({ outcome: 'unknown' })
    expect(await double.count(SEND)).toBe(1)
  })
})

describe('what else is asked of WeChat', () => {
  it('is a picture of a mini-program code', async () => {
    const image = await aProcess().miniProgramCode({ scene: 't=abc', page: 'pages/login/index' })
    expect(image.subarray(1, 4).toString()).toBe('PNG')
    await expect(aProcess().miniProgramCode({ scene: '中文', page: 'p' })).rejects.toMatchObject({ code: 'wechat_unavailable' })
  })
  it('is an opinion of a text and of a picture', async () => {
    const wechat = aProcess()
    expect(await wechat.checkText({ openid: 'o-li', content: '楼道灯坏了' })).toEqual({ suggest: 'pass', label: 100 })
    expect(await wechat.checkText({ openid: 'o-li', content: '违规测试' })).toMatchObject({ suggest: 'risky' })
    expect(await wechat.checkMedia({ openid: 'o-li', url: 'https://example.org/a.jpg', kind: 'image' })).toEqual({
      traceId: expect.any(String),
    })
  })
  it('is no opinion when WeChat will not give one, and may be asked again when it is away', async () => {
    const wechat = aProcess()
    await expect(wechat.checkText({ openid: 'o-nobody', content: '楼道灯坏了' })).rejects.toMatchObject({
      name: 'CheckRefused',
      errcode: 40003,
    })
    await expect(wechat.checkText({ openid: 'o-li', content: '长'.repeat(2501) })).rejects.toMatchObject({ errcode: 40097 })
    await expect(wechat.checkMedia({ openid: 'o-nobody', url: 'https://example.org/a.jpg', kind: 'image' })).rejects.toMatchObject({
      name: 'CheckRefused',
    })
    await double.fault({ mode: 'busy', path: 'sec_check' })
    await expect(wechat.checkText({ openid: 'o-li', content: '楼道灯坏了' })).rejects.toMatchObject({ code: 'wechat_unavailable' })
    await double.fault({ mode: 'down', path: 'media_check' })
    await expect(wechat.checkMedia({ openid: 'o-li', url: 'https://example.org/a.jpg', kind: 'image' })).rejects.toMatchObject({
      code: 'wechat_unavailable',
    })
  })
})

it('lets no secret, token or code into errors or log lines', async () => {
  const wechat = aProcess()
  await wechat.sendSubscribe(message)
  const stored = await client.db().collection('wechatTokens').findOne({})
  const code = await double.code('o-li')
  await double.fault({ mode: 'down' })
  const failures = await Promise.allSettled([
    wechat.exchangeCode(code),
    wechat.phoneNumber(code),
    wechat.miniProgramCode({ scene: 's', page: 'p' }),
  ])
  await wechat.sendSubscribe(message)
  const shown =
    failures.map((one) => (one.status === 'rejected' ? errorText(one.reason as Error) : 'went through')).join('\n') + lines.join('\n')
  expect(lines).toHaveLength(4)
  for (const secret of [DOUBLE_ACCOUNT.secret, String(stored?.accessToken), code]) expect(shown).not.toContain(secret)
})

const errorText = (error: Error): string =>
  `${error.stack} ${JSON.stringify(error)} ${error.cause instanceof Error ? errorText(error.cause) : ''}`
