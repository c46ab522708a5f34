import { createHash, randomBytes } from 'node:crypto'
import { readConfig } from '@server/config'
import { VerdictModel } from '@server/modules/moderation/verdict.model'
import { createPushReader, mediaVerdictOf } from '@server/platform/wechat/push'
import { aService, type Service } from '@tests/support/service'
import fc from 'fast-check'
import { encrypt } from '../../../double/checks'
import { SECRETS } from './support'

let service: Service
beforeAll(async () => {
  service = await aService()
})
afterAll(() => service?.close())

const sha1 = (...parts: string[]) => createHash('sha1').update(parts.sort().join('')).digest('hex')
const OTHER_KEY = Buffer.alloc(32, 9).toString('base64').replace(/[+/=]/g, '').padEnd(43, 'A').slice(0, 43)

interface Forged {
  message?: object
  token?: string
  aesKey?: string
  appId?: string
  at?: number
  body?: (encrypted: string) => string
  query?: Record<string, string>
}
const signed = (forged: Forged = {}) => {
  const { message = {}, token = SECRETS.token, aesKey = SECRETS.aesKey, appId = SECRETS.appId, at = service.clock.now().getTime() } = forged
  const timestamp = String(Math.floor(at / 1000))
  const nonce = randomBytes(6).toString('hex')
  const encrypted = encrypt(JSON.stringify(message), { aesKey, appId })
  const query = new URLSearchParams({ timestamp, nonce, msg_signature: sha1(token, timestamp, nonce, encrypted), ...forged.query })
  return { query, body: forged.body?.(encrypted) ?? JSON.stringify({ ToUserName: 'gh', Encrypt: encrypted }) }
}
const push = (forged: Forged = {}) => {
  const { query, body } = signed(forged)
  return service.anonymous.raw('POST', `/wechat/push?${query}`, { rawBody: body })
}
const verdict = (traceId: string, suggest = 'pass') => ({
  Event: 'wxa_media_check',
  trace_id: traceId,
  errcode: 0,
  result: { suggest, label: 100 },
})
const kept = (traceId: string) => VerdictModel.findById(traceId).lean()

describe('the address where WeChat pushes', () => {
  const greet = (more: Record<string, string> = {}) => {
    const timestamp = String(Math.floor(service.clock.now().getTime() / 1000))
    const query = { timestamp, nonce: 'n', echostr: 'hello', signature: sha1(SECRETS.token, timestamp, 'n'), ...more }
    return service.anonymous.raw('GET', `/wechat/push?${new URLSearchParams(query)}`)
  }
  it('greets WeChat, and nobody else', async () => {
    expect(await greet()).toMatchObject({ status: 200, body: 'hello' })
    expect(await greet({ signature: '0'.repeat(40) })).toMatchObject({ status: 403, body: { code: 'forbidden' } })
    expect(await greet({ timestamp: '1700000000', signature: sha1(SECRETS.token, '1700000000', 'n') })).toMatchObject({ status: 403 })
    expect(await service.anonymous.raw('GET', '/wechat/push')).toMatchObject({ status: 403 })
  })
  it('answers no other method', async () => {
    expect(await service.anonymous.raw('PUT', '/wechat/push', { body: {} })).toMatchObject({ status: 405 })
  })
  it('takes a signed verdict, in JSON and in XML', async () => {
    expect(await push({ message: verdict('json-1') })).toMatchObject({ status: 200, body: 'success' })
    const xml = (encrypted: string) => `<xml><ToUserName>gh</ToUserName><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`
    expect(await push({ message: verdict('xml-1', 'risky'), body: xml })).toMatchObject({ status: 200 })
    expect(await kept('json-1')).toMatchObject({ suggest: 'pass' })
    expect(await kept('xml-1')).toMatchObject({ suggest: 'risky' })
  })
  it.each<[string, Forged]>([
    ['signed with another token', { token: 'guessed' }],
    ['without a signature', { query: { msg_signature: '' } }],
    ['encrypted with another key', { aesKey: OTHER_KEY }],
    ['for another account', { appId: 'wx-other' }],
    ['signed eleven minutes ago', { at: Date.now() - 11 * 60_000 }],
    ['signed eleven minutes ahead', { at: Date.now() + 11 * 60_000 }],
    ['whose content was changed after signing', { body: (text) => JSON.stringify({ Encrypt: `A${text.slice(1)}` }) }],
    ['that is not encrypted', { body: () => JSON.stringify(verdict('forged')) }],
    ['with nothing in it', { body: () => '' }],
    ['that is no base64', { body: () => '{"Encrypt": "***"}' }],
  ])('refuses a push %s, and writes nothing', async (_, forged) => {
    const before = await VerdictModel.countDocuments()
    expect((await push({ message: verdict('forged'), ...forged })).status).toBe(403)
    expect(await VerdictModel.countDocuments()).toBe(before)
  })
  it('refuses more than 64 KB', async () => {
    expect(await push({ body: () => 'x'.repeat(65 * 1024) })).toMatchObject({ status: 413 })
  })
  it('takes the same push once, however often it comes', async () => {
    const { query, body } = signed({ message: verdict('again-1', 'review') })
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => service.anonymous.raw('POST', `/wechat/push?${query}`, { rawBody: body })),
    )
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200))
    await push({ message: verdict('again-1', 'pass') })
    expect(await VerdictModel.find({ _id: 'again-1' }).lean()).toMatchObject([{ suggest: 'review' }])
  })
  it('leaves alone what it does not know', async () => {
    const before = await VerdictModel.countDocuments()
    expect(await push({ message: { Event: 'subscribe_msg_popup_event' } })).toMatchObject({ status: 200 })
    expect(await push({ message: { Event: 'wxa_media_check', trace_id: { $gt: '' } } })).toMatchObject({ status: 200 })
    expect(await VerdictModel.countDocuments()).toBe(before)
  })
})

it('a production start names what is missing or malformed for it', () => {
  const env = {
    NODE_ENV: 'production',
    MONGODB_URI: 'mongodb://x',
    TOKEN_SECRET: 'x'.repeat(40),
    DATA_KEY: Buffer.alloc(32).toString('base64'),
  }
  const account = { ...env, WECHAT_APPID: 'wx1', WECHAT_SECRET: 's' }
  expect(() => readConfig(account)).toThrow(/WECHAT_PUSH_TOKEN, WECHAT_ENCODING_AES_KEY/)
  expect(() => readConfig({ ...account, WECHAT_PUSH_TOKEN: 'ownToken', WECHAT_ENCODING_AES_KEY: 'short' })).toThrow(
    /WECHAT_ENCODING_AES_KEY/,
  )
  expect(readConfig({ ...account, WECHAT_PUSH_TOKEN: 'ownToken', WECHAT_ENCODING_AES_KEY: OTHER_KEY }).wechat.push.token).toBe('ownToken')
})

describe('reading', () => {
  const settings = { appId: SECRETS.appId, token: SECRETS.token, encodingAesKey: SECRETS.aesKey }
  const NOW = Date.UTC(2026, 10, 26)
  const query = (encrypted: string) => {
    const timestamp = String(NOW / 1000)
    return { timestamp, nonce: 'n', msg_signature: sha1(SECRETS.token, timestamp, 'n', encrypted) }
  }
  it('gives back any message that was encrypted for this account', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.string({ minLength: 1 }).filter((name) => name !== '__proto__'),
          fc.string(),
        ),
        (message) => {
          const encrypted = encrypt(JSON.stringify(message), SECRETS)
          expect(createPushReader(settings).read(query(encrypted), JSON.stringify({ Encrypt: encrypted }), NOW)).toEqual({ ...message })
        },
      ),
      { numRuns: 200 },
    )
  })
  it('survives whatever is sent to it', () => {
    fc.assert(
      fc.property(fc.string(), fc.base64String(), (body, encrypted) => {
        const reader = createPushReader(settings)
        expect(reader.read(query(encrypted), body, NOW)).toBeUndefined()
        expect(reader.read(query(encrypted), `<xml><Encrypt>${encrypted}</Encrypt></xml>`, NOW)).toBeUndefined()
      }),
      { numRuns: 500 },
    )
  })
  it('finds the verdict in either form, and that nothing could be looked at', () => {
    const read = (text: string) => {
      const encrypted = encrypt(text, SECRETS)
      const message = createPushReader(settings).read(query(encrypted), JSON.stringify({ Encrypt: encrypted }), NOW)
      return message && mediaVerdictOf(message)
    }
    const xml = (errcode: number) =>
      `<xml><Event><![CDATA[wxa_media_check]]></Event><trace_id><![CDATA[t-1]]></trace_id><errcode>${errcode}</errcode>` +
      '<result><suggest><![CDATA[risky]]></suggest><label>20002</label></result></xml>'
    expect(read(xml(0))).toEqual({ traceId: 't-1', suggest: 'risky', label: 20002 })
    expect(read(xml(-1008))).toEqual({ traceId: 't-1', suggest: null, label: 20002 })
    expect(read(JSON.stringify({ ...verdict('t-2'), result: { suggest: 'surely' } }))).toEqual({ traceId: 't-2', suggest: null, label: 0 })
  })
})
