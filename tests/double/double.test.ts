import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { aDouble, DOUBLE_ACCOUNT, DOUBLE_PUSH, type Double } from '@tests/support/double'

const { appId, secret } = DOUBLE_ACCOUNT
let double: Double
const session = (code: string, more = {}) =>
  double.ask<{ openid?: string; errcode?: number }>(
    'GET',
    `/sns/jscode2session?${new URLSearchParams({ appid: appId, secret, js_code: code, grant_type: 'authorization_code', ...more })}`,
  )
const token = async (force_refresh = false) => {
  const body = { grant_type: 'client_credential', appid: appId, secret, force_refresh }
  return (await double.ask<{ access_token: string }>('POST', '/cgi-bin/stable_token', body)).access_token
}
const later = (ms: number) => double.ask('PUT', '/double/clock', { now: new Date(Date.now() + ms).toISOString() })
const errcode = async (path: string, body: object) => (await double.ask<{ errcode: number }>('POST', path, body)).errcode

beforeEach(async () => {
  double = await aDouble()
})
afterEach(() => double.close())

describe('login codes', () => {
  it('name the person whose telephone gave them, once', async () => {
    const code = await double.code('o-li')
    expect(await session(code)).toMatchObject({ openid: 'o-li' })
    expect(await session(code)).toMatchObject({ errcode: 40163 })
  })
  it('are refused when unknown or older than five minutes', async () => {
    expect(await session('nothing')).toMatchObject({ errcode: 40029 })
    const code = await double.code('o-li')
    await later(5 * 60_000 + 1000)
    expect(await session(code)).toMatchObject({ errcode: 40029 })
  })
  it('are refused to another account or a wrong secret', async () => {
    const code = await double.code('o-li')
    expect(await session(code, { appid: 'wx-other' })).toMatchObject({ errcode: 40013 })
    expect(await session(code, { secret: 'guessed' })).toMatchObject({ errcode: 40125 })
  })
})

describe('access tokens', () => {
  it('stay the same until they are nearly over, unless another is forced', async () => {
    const first = await token()
    expect(await token()).toBe(first)
    expect(await token(true)).toBe(first)
    await later(31_000)
    expect(await token(true)).not.toBe(first)
  })
  it('are told apart: missing, unknown, expired', async () => {
    const old = await token()
    expect(await errcode('/wxa/msg_sec_check', {})).toBe(41001)
    expect(await errcode('/wxa/msg_sec_check?access_token=x', {})).toBe(40001)
    await later(7_201_000)
    expect(await errcode(`/wxa/msg_sec_check?access_token=${old}`, {})).toBe(42001)
  })
})

describe('subscription messages', () => {
  const send = async (more: object) =>
    errcode(`/cgi-bin/message/subscribe/send?access_token=${await token()}`, { template_id: 't', ...more })
  const data = { thing1: { value: '事项已受理' }, time2: { value: '2026年11月23日 15:01' } }

  it('arrive at people who exist', async () => {
    await double.code('o-li')
    expect(await send({ touser: 'o-li', data })).toBe(0)
    expect(await double.messages('o-li')).toMatchObject([{ template_id: 't', data }])
    expect(await send({ touser: 'o-nobody', data })).toBe(40003)
  })
  it.each([
    ['a thing of 21 characters', { thing1: { value: '字'.repeat(21) } }],
    ['a phrase that is no Chinese', { phrase1: { value: 'done' } }],
    ['a time without its form', { time1: { value: 'tomorrow' } }],
    ['an empty value', { thing1: { value: '' } }],
    ['no fields at all', {}],
  ])('are refused with %s', async (_, bad) => {
    await double.code('o-li')
    expect(await send({ touser: 'o-li', data: bad })).toBe(47003)
  })
  it('use up what was accepted', async () => {
    await double.ask('POST', '/double/accept', { openid: 'o-li', template_id: 't', count: 1 })
    expect(await send({ touser: 'o-li', data })).toBe(0)
    expect(await send({ touser: 'o-li', data })).toBe(43101)
  })
})

describe('content checks', () => {
  const check = async (content: string) =>
    (
      await double.ask<{ result: { suggest: string; label: number } }>('POST', `/wxa/msg_sec_check?access_token=${await token()}`, {
        version: 2,
        scene: 3,
        openid: 'o-li',
        content,
      })
    ).result
  const look = async (more: object) =>
    double.ask<{ errcode: number; trace_id: string }>('POST', `/wxa/media_check_async?access_token=${await token()}`, {
      openid: 'o-li',
      media_type: 2,
      media_url: `${double.url}/double/clock`,
      ...more,
    })
  beforeEach(() => double.code('o-li'))

  it('judge texts by words that can be chosen', async () => {
    expect(await check('楼道灯坏了')).toEqual({ suggest: 'pass', label: 100 })
    expect(await check('复核测试')).toMatchObject({ suggest: 'review' })
    await double.checks({ risky: ['楼道'], review: ['灯'] })
    expect(await check('楼道灯坏了')).toMatchObject({ suggest: 'risky' })
    expect(await check('路灯坏了')).toMatchObject({ suggest: 'review' })
  })
  it('refuse what WeChat refuses: strangers, and addresses that are none', async () => {
    expect(await look({ openid: 'o-nobody' })).toMatchObject({ errcode: 40003 })
    expect(await look({ media_url: 'file:///etc/passwd' })).toMatchObject({ errcode: 40097 })
    expect(await look({ media_type: 3 })).toMatchObject({ errcode: 40097 })
  })
  it.each(['json', 'xml'])('push the verdict on a picture in %s, and again until it was taken', async (form) => {
    const bodies: string[] = []
    const server = createServer((request, response) => {
      let body = ''
      request.on('data', (part) => {
        body += part
      })
      request.on('end', () => {
        bodies.push(`${request.url} ${body}`)
        response.end(bodies.length > 1 ? 'success' : 'not now')
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/push`
    await double.ask('PUT', '/double/push', { url, ...DOUBLE_PUSH, form })
    expect(await look({})).toMatchObject({ errcode: 0, trace_id: expect.stringMatching(/^[0-9a-f]{16}$/) })
    for (let waited = 0; bodies.length < 2 && waited < 5000; waited += 50) await new Promise((resolve) => setTimeout(resolve, 50))
    await new Promise((resolve) => server.close(resolve))
    expect(bodies).toHaveLength(2)
    expect(bodies[1]).toMatch(form === 'xml' ? /<Encrypt><!\[CDATA\[/ : /"Encrypt":"/)
    // Nothing of what it thinks can be read on the way.
    expect(bodies.join()).not.toContain('wxa_media_check')
  })
})

describe('the demo people', () => {
  it('are those who were told of, with their roles, and outlast a restart', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'double-'))
    const stateFile = join(dir, 'state.json')
    const roles = [{ role: 'resident', organisationId: null, regionCode: '880101001001001' }]
    const first = await aDouble({ stateFile })
    await first.ask('POST', '/double/people', { openid: 'o-wang', name: '王芳', roles })
    await first.code('o-passer-by')
    await first.close()
    const second = await aDouble({ stateFile })
    expect(await second.ask('GET', '/double/people')).toEqual({ items: [{ openid: 'o-wang', name: '王芳', roles }] })
    await second.close()
    rmSync(dir, { recursive: true })
  })
  it('are refused without an openid', async () => {
    const response = await fetch(`${double.url}/double/codes`, { method: 'POST', body: '{"openid": {"$gt": ""}}' })
    expect(response.status).toBe(400)
  })
})
