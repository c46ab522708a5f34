import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { caseAt, oid } from './harness.mjs'
import { countNew, preload, reset } from './store.mjs'
import { TOKEN_SECRET, tokenOf } from './tokens.mjs'
import { toOurs, toTheirs } from './words.mjs'

const ROOT = join(import.meta.dirname, '..')
const OPEN = new Set(['submitted', 'assigned', 'accepted', 'handling'])

/** As in production, with limits that the load of a whole city's office behind one address does not reach. */
const environment = (ctx) => ({
  NODE_ENV: 'production',
  PORT: String(ctx.port),
  MONGODB_URI: ctx.mongoUrl,
  TOKEN_SECRET,
  DATA_KEY: Buffer.alloc(32, 'bench').toString('base64'),
  WECHAT_APPID: 'wx-bench',
  WECHAT_SECRET: 'bench',
  WECHAT_PUSH_TOKEN: 'benchPushToken',
  WECHAT_ENCODING_AES_KEY: 'b'.repeat(43),
  RATE_LIMIT: '100000000',
  LOG_LEVEL: 'warn',
})

// Remembered: the load process should spend its time on requests.
const mediators = []
const mediatorOf = (i, ctx) => {
  mediators[i] ??= caseAt(i, ctx.n).mediator
  return mediators[i]
}

const as = (name) => ({ authorization: `Bearer ${tokenOf(name)}` })
const row = (item) => ({ ...item, category: toTheirs(item.category), status: OPEN.has(item.status) ? 'open' : 'closed' })
const rows = ({ items }) => items.map(row)

const submit = (args) => ({
  method: 'POST',
  path: '/api/cases',
  headers: { ...as(args.resident), 'idempotency-key': randomUUID() },
  body: {
    kind: 'complaint',
    category: toOurs(args.category),
    title: args.title,
    text: args.text,
    location: { type: 'Point', coordinates: args.point },
  },
})

/** The service as a contender of the bench harness: authentication, validation, routing and the read log on. */
export default {
  name: 'haoshangliang',
  dir: ROOT,
  start: { command: process.execPath, args: ['--max-semi-space-size=16', 'dist/server/main.mjs'], env: environment },
  ready: '/readyz',
  preload,
  countNew,
  reset,
  ops: {
    submit,
    list: (args) => ({ path: '/api/cases?view=mine&limit=20', headers: as(args.resident) }),
    inbox: (args) => ({ path: '/api/cases?view=inbox&limit=20', headers: as(args.mediator) }),
    detail: ({ i }, ctx) => ({ path: `/api/cases/${oid(i)}`, headers: as(mediatorOf(i, ctx)) }),
  },
  read: {
    submit: (json) => ({ id: json.id, mediator: json.assignee?.name }),
    list: rows,
    inbox: rows,
    detail: (json) => ({ text: json.text, events: json.timeline }),
  },
}
