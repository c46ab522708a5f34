import { type CheckRules, SUGGESTS } from './checks'
import { type Answer, type Call, type Routes, textOf } from './http'
import type { PersonRole } from './person'
import type { Fault, FaultMode, State } from './state'

const wrong = (path: string): Answer => ({ json: { code: 'invalid_input', errors: [{ path, code: 'invalid' }] }, status: 400 })
const nothing: Answer = { json: {} }
const MODES: FaultMode[] = ['ok', 'busy', 'slow', 'down', 'cut', 'mixed']
const numberOf = (value: unknown): number | undefined => (typeof value === 'number' && Number.isFinite(value) ? value : undefined)

const rolesOf = (value: unknown): PersonRole[] | undefined => (Array.isArray(value) ? (value as PersonRole[]) : undefined)

const putPerson = (state: State, call: Call): Answer => {
  const openid = textOf(call, 'openid')
  if (!openid) return wrong('openid')
  const roles = rolesOf(call.body?.roles)
  const [name, phone] = [textOf(call, 'name'), textOf(call, 'phone')]
  const person = state.putPerson({ openid, ...(name && { name }), ...(phone && { phone }), ...(roles && { roles }) })
  return { json: { openid: person.openid, name: person.name, roles: person.roles }, status: 201 }
}

const newCode = (state: State, call: Call, kind: 'login' | 'phone'): Answer => {
  const openid = textOf(call, 'openid')
  if (!openid || openid.length > 128) return wrong('openid')
  return { json: { code: state.newCode(openid, kind) }, status: 201 }
}

const setClock = (state: State, call: Call): Answer => {
  const now = new Date(textOf(call, 'now') ?? Number.NaN)
  if (Number.isNaN(now.getTime())) return wrong('now')
  state.setNow(now)
  return { json: { now: now.toISOString() } }
}

const setFault = (state: State, call: Call): Answer => {
  const mode = MODES.find((one) => one === call.body?.mode)
  if (!mode) return wrong('mode')
  const body = call.body ?? {}
  const fault: Fault = { mode, count: numberOf(body.count), share: numberOf(body.share), ms: numberOf(body.ms), path: textOf(call, 'path') }
  state.setFault(fault)
  return { json: fault }
}

const wordsOf = (value: unknown): string[] | undefined =>
  Array.isArray(value) && value.every((word) => typeof word === 'string' && word !== '') ? value : undefined

const setChecks = (state: State, { body }: Call): Answer => {
  const media = [...SUGGESTS, 'silent' as const].find((one) => one === body?.media)
  const given = { risky: wordsOf(body?.risky), review: wordsOf(body?.review), media }
  const known = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<CheckRules>
  state.checks.setRules(known)
  return { json: state.checks.rules() }
}

const setPush = (state: State, call: Call): Answer => {
  const [url, token, aesKey] = ['url', 'token', 'aesKey'].map((name) => textOf(call, name))
  if (!url || !token || !aesKey) return wrong(url ? 'token' : 'url')
  state.checks.setPush({ url, token, aesKey, form: call.body?.form === 'xml' ? 'xml' : 'json' })
  return nothing
}

const accept = (state: State, call: Call): Answer => {
  const [openid, template] = [textOf(call, 'openid'), textOf(call, 'template_id')]
  if (!openid || !template) return wrong(openid ? 'template_id' : 'openid')
  state.accept(openid, template, numberOf(call.body?.count) ?? 1)
  return nothing
}

const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

const page = (state: State): Answer => {
  const people = state
    .listed()
    .map((one) => `<li><a href="/double/messages?openid=${encodeURIComponent(one.openid)}">${escapeHtml(one.name)}</a></li>`)
  return {
    html: `<!doctype html><meta charset="utf-8"><title>WeChat double</title><h1>微信替身 WeChat double</h1><ul>${people.join('')}</ul>`,
  }
}

/** What people and tests may ask of the double itself; WeChat has nothing like it. */
export const doubleRoutes = (state: State): Routes => ({
  'GET /': () => page(state),
  'GET /double/people': () => ({ json: { items: state.listed().map(({ openid, name, roles }) => ({ openid, name, roles })) } }),
  'POST /double/people': (call) => putPerson(state, call),
  'POST /double/codes': (call) => newCode(state, call, 'login'),
  'POST /double/phone-codes': (call) => newCode(state, call, 'phone'),
  'GET /double/messages': ({ query }) => ({ json: { items: state.ledger.messagesOf(query.get('openid') ?? undefined) } }),
  'GET /double/calls': () => ({ json: { items: [...state.counts].map(([call, count]) => ({ call, count })) } }),
  'GET /double/clock': () => ({ json: { now: new Date(state.now()).toISOString() } }),
  'PUT /double/clock': (call) => setClock(state, call),
  'POST /double/faults': (call) => setFault(state, call),
  'PUT /double/checks': (call) => setChecks(state, call),
  'PUT /double/push': (call) => setPush(state, call),
  'POST /double/accept': (call) => accept(state, call),
  'DELETE /double/tokens': () => {
    state.revokeTokens()
    return nothing
  },
})
