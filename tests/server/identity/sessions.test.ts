import { createHmac } from 'node:crypto'
import { authenticate } from '@server/modules/identity'
import { database } from '@server/platform/database'
import type { SessionView } from '@shared/identity/schemas'
import { CITY } from '@tests/support/city'
import { aService, openidOf, type Service } from '@tests/support/service'
import { until } from '@tests/support/until'
import { SignJWT } from 'jose'
import mongoose from 'mongoose'
import { otherProcess } from './other-process'

const MINUTE = 60_000
const DAY = 86_400_000
let service: Service
let version: string

beforeAll(async () => {
  service = await aService()
  version = (await service.anonymous.call('terms.get')).version
})
afterAll(() => service.close())

const count = (collection: string, filter: object = {}) => database().collection(collection).countDocuments(filter)
const codeOf = (name: string) => service.double.code(openidOf(name))
const post = (body: unknown) => service.anonymous.raw('POST', '/api/sessions', { body })
const enter = async (name: string): Promise<SessionView> => (await post({ code: await codeOf(name), consent: { version } })).body
const me = (token: string) => service.anonymous.raw('GET', '/api/me', { headers: { Authorization: `Bearer ${token}` } })
const refresh = (refreshToken: string) => service.anonymous.raw('POST', '/api/sessions/refresh', { body: { refreshToken } })

describe('consent', () => {
  it('is asked for with the terms before anything is stored', async () => {
    const before = [await count('accounts'), await count('people'), await count('loginsessions')]
    const answer = await post({ code: await codeOf('未同意的人') })
    expect(answer).toMatchObject({ status: 403, body: { code: 'consent_required', terms: { version } } })
    expect(answer.body.terms.text).toContain('隐私条款')
    expect([await count('accounts'), await count('people'), await count('loginsessions')]).toEqual(before)
  })

  it('to another version is none', async () => {
    const answer = await post({ code: await codeOf('同意旧版的人'), consent: { version: '1999-1' } })
    expect(answer).toMatchObject({ status: 403, body: { code: 'consent_required' } })
    expect(await count('accounts', { openid: openidOf('同意旧版的人') })).toBe(0)
  })

  it('is recorded with its version, and not asked for again', async () => {
    const first = await enter('同意的人')
    expect(first.user).toMatchObject({ name: '微信用户', roles: [{ role: 'resident', organisationId: null }] })
    const account = await database()
      .collection('accounts')
      .findOne({ openid: openidOf('同意的人') })
    expect(account?.consents).toMatchObject([{ version }])
    expect((await post({ code: await codeOf('同意的人') })).status).toBe(200)
  })

  it('to older terms has to be given anew, at the next login and at the next refresh', async () => {
    const session = await enter('条款变了的人')
    await database()
      .collection('accounts')
      .updateOne({ openid: openidOf('条款变了的人') }, { $set: { 'consents.0.version': '1999-1' } })
    expect((await refresh(session.refreshToken)).status).toBe(401)
    expect((await post({ code: await codeOf('条款变了的人') })).body.code).toBe('consent_required')
    expect((await post({ code: await codeOf('条款变了的人'), consent: { version } })).status).toBe(200)
    const account = await database()
      .collection('accounts')
      .findOne({ openid: openidOf('条款变了的人') })
    expect(account?.consents).toMatchObject([{ version: '1999-1' }, { version }])
  })
})

describe('a login', () => {
  it('makes one account of twenty first logins at once', async () => {
    const codes = await Promise.all(Array.from({ length: 20 }, () => codeOf('同时登录的人')))
    const answers = await Promise.all(codes.map((code) => post({ code, consent: { version } })))
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
    expect(new Set(answers.map(({ body }) => body.user.id)).size).toBe(1)
    expect(await count('accounts', { openid: openidOf('同时登录的人') })).toBe(1)
    const people = new Set((await database().collection('accounts').find().toArray()).map(({ personId }) => personId))
    expect(people.size).toBe(await count('accounts'))
  })

  it('refuses codes that are unknown or used', async () => {
    const code = await codeOf('用两次码的人')
    expect((await post({ code, consent: { version } })).status).toBe(200)
    expect(await post({ code, consent: { version } })).toMatchObject({ status: 400, body: { code: 'code_invalid' } })
    expect(await post({ code: 'nobody-gave-this-code', consent: { version } })).toMatchObject({
      status: 400,
      body: { code: 'code_invalid' },
    })
  })

  it.each([
    {},
    { code: 5 },
    { code: { $gt: '' } },
    { code: 'x', consent: { version: { $gt: '' } } },
    { code: 'x', extra: 1 },
    { code: '' },
  ])('refuses %j', async (body) => {
    expect(await post(body)).toMatchObject({ status: 400, body: { code: 'invalid_input' } })
  })

  it.each(['busy', 'down'] as const)('answers 503 while WeChat is %s, and works afterwards', async (mode) => {
    const code = await codeOf('等微信的人')
    await service.double.fault({ mode, path: 'jscode2session' })
    expect(await post({ code, consent: { version } })).toMatchObject({ status: 503, body: { code: 'wechat_unavailable' } })
    await service.double.fault({ mode: 'ok' })
    expect((await post({ code: await codeOf('等微信的人'), consent: { version } })).status).toBe(200)
  })
})

describe('an access token', () => {
  const secretOf = (text: string) => new TextEncoder().encode(text)
  const forge = (claims: object, secret: Uint8Array, exp = Math.floor(Date.now() / 1000) + 600) =>
    new SignJWT({ ...claims }).setProtectedHeader({ alg: 'HS256' }).setExpirationTime(exp).sign(secret)

  it('is not good when it was changed, forged, signed with another secret or with none', async () => {
    const { token } = await enter('持令牌的人')
    expect((await me(token)).status).toBe(200)
    const [head = '', body = '', signature = ''] = token.split('.')
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString())
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const changed = encode({ ...claims, exp: claims.exp + 60 })
    const bad = [
      'nonsense',
      '',
      `${head}.${changed}.${signature}`,
      `${encode({ alg: 'none' })}.${body}.`,
      await forge(claims, secretOf('another-secret-that-is-long-enough')),
      `${head}.${body}.${createHmac('sha256', '').update(`${head}.${body}`).digest('base64url')}`,
    ]
    for (const one of bad) expect(await me(one)).toMatchObject({ status: 401, body: { code: 'unauthenticated' } })
    expect((await service.anonymous.raw('GET', '/api/me', { headers: { Authorization: `Basic ${token}` } })).status).toBe(401)
    expect((await service.anonymous.raw('GET', '/api/me')).status).toBe(401)
  })

  it('is over after twenty minutes, remembered or not', async () => {
    const { token, expiresAt } = await enter('坐太久的人')
    expect((await me(token)).status).toBe(200)
    expect(Date.parse(expiresAt) - service.clock.now().getTime()).toBeLessThanOrEqual(20 * MINUTE)
    await service.clock.advance(20 * MINUTE + 1000)
    expect((await me(token)).status).toBe(401)
  })

  it('is over at once after logging out', async () => {
    const [{ token, refreshToken }, elsewhere] = [await enter('退出的人'), await enter('退出的人')]
    expect((await me(token)).status).toBe(200)
    const headers = { Authorization: `Bearer ${token}` }
    expect((await service.anonymous.raw('DELETE', '/api/sessions/current', { headers })).status).toBe(204)
    expect((await me(token)).status).toBe(401)
    expect((await refresh(refreshToken)).status).toBe(401)
    expect((await me(elsewhere.token)).status).toBe(200)
  })
})

describe('a refresh token', () => {
  it('gives a new pair; the same one within half a minute, for the answer may have been lost', async () => {
    const session = await enter('续期的人')
    const next = await refresh(session.refreshToken)
    expect(next.status).toBe(200)
    expect(next.body.refreshToken).not.toBe(session.refreshToken)
    expect((await me(next.body.token)).status).toBe(200)
    const again = await refresh(session.refreshToken)
    expect(again.body.refreshToken).toBe(next.body.refreshToken)
  })

  it('gives one successor to ten who ask at once', async () => {
    const session = await enter('同时续期的人')
    const answers = await Promise.all(Array.from({ length: 10 }, () => refresh(session.refreshToken)))
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.refreshToken}`)).size).toBe(1)
  })

  it('that is used again later ends the session: somebody has copied it', async () => {
    const session = await enter('被抄走令牌的人')
    const next = (await refresh(session.refreshToken)).body
    await service.clock.advance(31_000)
    expect((await refresh(session.refreshToken)).status).toBe(401)
    expect((await me(next.token)).status).toBe(401)
    expect((await refresh(next.refreshToken)).status).toBe(401)
  })

  it('lives thirty days from its last use', async () => {
    const [used, left] = [await enter('常来的人'), await enter('不再来的人')]
    await service.clock.advance(20 * DAY)
    const next = (await refresh(used.refreshToken)).body
    await service.clock.advance(11 * DAY)
    expect((await refresh(next.refreshToken)).status).toBe(200)
    expect((await refresh(left.refreshToken)).status).toBe(401)
    await service.catchUp()
    expect(await count('loginsessions', { personId: left.user.id })).toBe(0)
  })

  it.each(['x'.repeat(20), `${'0'.repeat(24)}.${'a'.repeat(43)}`, 'a.b.c.d.e.f.g.h.i.j'])('%s is none', async (token) => {
    expect((await refresh(token)).status).toBe(401)
  })
})

/** Five seconds are promised; a machine that is busy with other tests may take a few more. */
const SOON_MS = 15_000

describe('several processes', () => {
  it('accept each other’s tokens, also after a restart, and hear of a logout and of a lost role within five seconds', async () => {
    const { token, user } = await enter('换机器的人')
    const admin = await service.staff('admin')
    const officer = await service.staff('officer')
    const other = await otherProcess(service)
    const asked = (of: string) => other.authenticate(`Bearer ${of}`)
    try {
      expect(await asked(token)).toMatchObject({ personId: user.id })
      expect(await asked(officer.token)).toMatchObject({ personId: officer.personId, roles: [{ role: 'officer' }] })
      await service.anonymous.raw('DELETE', '/api/sessions/current', { headers: { Authorization: `Bearer ${token}` } })
      const body = { role: 'officer' as const, regionCode: CITY.village }
      await admin.call('staff.revokeRole', { params: { id: officer.personId }, body })
      const refused = () =>
        asked(token).then(
          () => false,
          () => true,
        )
      await until(refused, SOON_MS)
      await until(async () => (await asked(officer.token))?.roles.length === 0, SOON_MS)
    } finally {
      await other.stop()
    }
  })

  it('ask the database once for a token, and then no more', async () => {
    const { token } = await enter('天天来的人')
    expect((await me(token)).status).toBe(200)
    const find = jest.spyOn(mongoose.Query.prototype, 'exec')
    // A process that has not looked at the changes for seconds asks once more, and then no more.
    await until(async () => {
      find.mockClear()
      return (await authenticate(`Bearer ${token}`))?.name === '微信用户' && find.mock.calls.length === 0
    }, SOON_MS)
    find.mockRestore()
  })
})
