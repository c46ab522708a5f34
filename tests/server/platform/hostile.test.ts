import { database } from '@server/platform/database'
import { type EndpointName, endpoints } from '@shared/endpoints'
import { type Endpoint, fillPath } from '@shared/platform/endpoint'
import type { Client, Raw } from '@tests/support/client'
import { type JsonSchema, placesOf, sampleOf, schemaOf, withAt } from '@tests/support/samples'
import { aService, type Service } from '@tests/support/service'
import type * as z from 'zod/mini'

let service: Service
let li: Client
beforeAll(async () => {
  service = await aService()
  li = await service.login('李')
})
afterAll(() => service?.close())

const entries = Object.entries(endpoints as Record<EndpointName, Endpoint>) as [EndpointName, Endpoint][]
const withBody = entries.filter(([, entry]) => entry.body && entry.body !== 'multipart')
const withQuery = entries.filter(([name, entry]) => entry.query && name !== 'files.read')
const withParams = entries.filter(([, entry]) => entry.params)

const pathOf = (entry: Endpoint): string =>
  fillPath(entry.path, entry.params ? (sampleOf(schemaOf(entry.params)) as Record<string, string>) : {})
const send = (entry: Endpoint, rawBody: string | Buffer, headers: Record<string, string> = {}): Promise<Raw> =>
  li.raw(entry.method, pathOf(entry), {
    rawBody: rawBody as string,
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'k', ...headers },
  })

const SURROGATE = '\ud800'
// Few enough bytes to be read, so that the schemas are asked.
const LONG = 'x'.repeat(100_000)
const ANY: unknown[] = [{ $gt: '' }, { $ne: null }]
const WRONG: Record<string, unknown[]> = {
  string: [1, true, ['x'], {}, SURROGATE, `a${SURROGATE}b`, 'a\u0000b', LONG],
  integer: ['1', 1.5, true, 1e300, '', [1]],
  number: ['1', true, '', [1], 1e300],
  boolean: ['true', 1, 0, []],
  array: ['x', 1, {}, [{ $gt: '' }], Array.from({ length: 1000 }, () => 'x')],
  object: ['x', 1, [], true, { unknown: 1 }],
}
const wrongFor = (schema: JsonSchema): unknown[] => {
  const any = schema.nullable ? ANY : [...ANY, null]
  if (schema.enum || schema.const !== undefined) return [...any, 'no-such-value', 1.25, SURROGATE, [], LONG]
  // What may be anything cannot be wrong.
  return [...any, ...(WRONG[schema.type ?? ''] ?? [])]
}

/** Refused, in the form that clients can rely on; `field` is named when the content is at fault. */
const expectRefusal = (answer: Raw, what: string, field?: string) => {
  const { status, body } = answer
  const told = `${what} → ${status} ${JSON.stringify(body).slice(0, 300)}`
  if (status < 400 || status > 499 || typeof body.code !== 'string' || typeof body.title !== 'string') throw new Error(told)
  if (!answer.headers.get('content-type')?.startsWith('application/problem+json')) throw new Error(`${told}: no problem+json`)
  const paths: string[] = (body.errors ?? []).map((error: { path: string }) => error.path)
  if (body.code === 'invalid_input' && paths.length === 0) throw new Error(`${told}: names no field`)
  if (field !== undefined && body.code === 'invalid_input' && !paths.some((path) => path === '' || path.startsWith(field)))
    throw new Error(`${told}: does not name ${field}`)
}

const counts = async (): Promise<Record<string, number>> => {
  const names = (await database().listCollections().toArray()).map((one) => one.name).sort()
  // How often somebody has tried codes is counted whatever comes of it.
  const own = names.filter((name) => name !== 'leases' && name !== 'guesses')
  return Object.fromEntries(await Promise.all(own.map(async (name) => [name, await database().collection(name).countDocuments()] as const)))
}

describe.each(withBody)('%s refuses with a 4xx, and writes nothing,', (name, entry) => {
  const schema = schemaOf(entry.body as z.ZodMiniType)
  const sample = sampleOf(schema)

  it('whatever is wrong with one of its fields', async () => {
    const before = await counts()
    for (const { path, schema: part } of placesOf(schema))
      for (const value of wrongFor(part)) {
        const body = JSON.stringify(withAt(sample, path, value))
        expectRefusal(await send(entry, body), `${path.join('.')} = ${JSON.stringify(value).slice(0, 60)}`, String(path[0]))
      }
    expect(await counts()).toEqual(before)
  })
  it('fields that it does not know', async () => {
    const answer = await send(entry, JSON.stringify({ ...(sample as object), $where: 'sleep(1000)' }))
    expectRefusal(answer, 'unknown field', '$where')
    expect(answer.body.code).toBe('invalid_input')
    // Written by hand, for an object in this program would take the name as its prototype's.
    const text = JSON.stringify(sample)
    expectRefusal(await send(entry, text.replace('{', `{"constructor":{"prototype":{}}${text === '{}' ? '' : ','}`)), 'constructor')
  })
  it.each([
    ['no JSON', '{"a":'],
    ['nothing', ''],
    ['a text', '"x"'],
    ['a number', '1'],
    ['null', 'null'],
    ['a list', '[]'],
    ['a list of itself', '[{}]'],
    ['an operator', '{"$gt":""}'],
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
    ['5,000 levels', `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`],
  ])('%s', async (what, raw) => {
    expectRefusal(await send(entry, raw), what)
  })
  it('other types and too much', async () => {
    const body = JSON.stringify(sample)
    const other = await send(entry, body, { 'Content-Type': 'text/plain' })
    expect([other.status, other.body.code]).toEqual([415, 'unsupported_type'])
    const much = await send(entry, `{"a":"${'x'.repeat(name === 'regions.import' ? 11 * 2 ** 20 : 200_000)}"}`)
    expect([much.status, much.body.code]).toEqual([413, 'too_large'])
  })
})

it.each(withQuery)('%s refuses with a 4xx what it does not know in its query', async (_, entry) => {
  const { properties = {} } = schemaOf(entry.query as z.ZodMiniType)
  const path = pathOf(entry)
  for (const query of ['unknown=1', '$where=1', '__proto__=1', 'constructor=1'])
    expectRefusal(await li.raw(entry.method, `${path}?${query}`), query, query.split('=')[0])
  for (const name of Object.keys(properties))
    for (const value of [`${name}[$gt]=`, `${name}=%00`, `${name}=%ff`, `${name}=${encodeURIComponent('长'.repeat(1000))}`]) {
      const answer = await li.raw(entry.method, `${path}?${value}`)
      if (answer.status >= 500) throw new Error(`${value} → ${answer.status}`)
      if (value.includes('[$gt]')) expectRefusal(answer, value)
    }
})

it.each(withParams)('%s refuses with a 4xx ids that are none', async (_, entry) => {
  const names = Object.keys(schemaOf(entry.params as z.ZodMiniType).properties ?? {})
  for (const bad of ['%00', '%ff', '%24gt', '..%2f..%2fetc', '%7B%22%24gt%22%3A%22%22%7D', 'x'.repeat(3000), '%F0%9F%98%80', "'"]) {
    const path = names.reduce((left, name) => left.replace(`:${name}`, bad), entry.path)
    expectRefusal(await li.raw(entry.method, path, entry.body && entry.body !== 'multipart' ? { body: {} } : {}), `${entry.method} ${path}`)
  }
})

describe('the door', () => {
  it.each(['Bearer', 'Bearer x', 'Basic eDp5', `Bearer ${'x'.repeat(5000)}`, 'Bearer eyJhbGciOiJub25lIn0.e30.'])(
    'is closed to %s',
    async (authorization) => {
      const answer = await service.anonymous.raw('GET', '/api/me', { headers: { Authorization: authorization } })
      expect([answer.status, answer.body.code]).toEqual([401, 'unauthenticated'])
    },
  )
  it.each(entries.filter(([, entry]) => entry.auth === 'user'))('%s asks who it is before anything else', async (_, entry) => {
    const answer = await service.anonymous.raw(entry.method, pathOf(entry), { headers: { 'Content-Type': 'application/json' } })
    expect([answer.status, answer.body.code]).toEqual([401, 'unauthenticated'])
  })
  it.each(['%00', 'x'.repeat(200), ' ', '键'])('takes no Idempotency-Key like %j', async (key) => {
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': Buffer.from(key).toString('latin1') }
    if (key === '%00') headers['Idempotency-Key'] = 'a b'
    const answer = await li.raw('POST', '/api/cases', { rawBody: '{}', headers })
    expectRefusal(answer, key)
  })
  it('says which methods an address knows', async () => {
    const answer = await li.raw('DELETE', '/api/cases')
    expect([answer.status, answer.body.code, answer.headers.get('allow')?.split(', ').sort()]).toEqual([
      405,
      'method_not_allowed',
      ['GET', 'POST'],
    ])
  })
  it('answers unknown addresses as a problem', async () => {
    for (const path of ['/api', '/api/nothing', '/api/cases/', '/api//cases', '/api/../etc/passwd.txt', '/%ff.txt', '/%00.txt'])
      expectRefusal(await li.raw('GET', path), path)
  })
  it('lets POST mean PATCH, and nothing else', async () => {
    const override = (method: string) => ({ 'X-HTTP-Method-Override': method })
    expect((await li.raw('POST', '/api/me/profile', { body: { careMode: true }, headers: override('PATCH') })).status).toBe(200)
    expect((await li.raw('POST', '/api/me/profile', { body: { careMode: true }, headers: override('DELETE') })).status).toBe(405)
    expect((await li.raw('POST', '/api/sessions/current', { headers: override('DELETE') })).status).toBe(405)
  })
})
