import { setTimeout as sleep } from 'node:timers/promises'
import { carriers, listeners } from '@server/background'
import type { Config } from '@server/config'
import { allHandlers } from '@server/modules'
import { clock } from '@server/platform/clock'
import { database, ObjectId } from '@server/platform/database'
import { holdLease } from '@server/platform/lease'
import type { Logger } from '@server/platform/log'
import { createRelay } from '@server/platform/outbox'
import { fillAnswers } from './answers'
import { fillBriefs } from './briefs'
import { caller } from './call'
import { fillCases } from './cases'
import { decideChecks } from './checks'
import { fillConsultations } from './consultations'
import { finishOne } from './finished'
import { fillOrganisations, fillVenues } from './organisations'
import { fillPeople, type ToldPerson } from './people'
import { fillRegions } from './regions'
import { fillSignals } from './signals'
import { READ_AFTER_MS } from './steps'

/** Says that this database is a demo's, and whether it is complete. */
interface DemoMark {
  _id: 'city'
  state: 'filling' | 'filled'
  people: ToldPerson[]
}
const marks = () => database().collection<DemoMark>('demo')

const LEASE_MS = 5000
/** What other parts of the running service need. */
const KEPT = ['leases', 'demo', 'jobs']

/** Whether somebody has put regions of their own here: then the city is theirs and not the demo's. */
const isEmpty = async (): Promise<boolean> => (await database().collection('regions').estimatedDocumentCount()) === 0

/** Takes away what a fill that was cut short has left. Only ever called for a database that carries the demo's mark. */
const clear = async (): Promise<void> => {
  const collections = await database().listCollections({}, { nameOnly: true }).toArray()
  const names = collections.map(({ name }) => name).filter((name) => !KEPT.includes(name) && !name.startsWith('system.'))
  await Promise.all(names.map((name) => database().collection(name).deleteMany({})))
}

const fill = async (log: Logger): Promise<void> => {
  const now = clock.now()
  await marks().updateOne({ _id: 'city' }, { $set: { state: 'filling' } }, { upsert: true })
  const point = await fillRegions()
  const ids = await fillOrganisations()
  const [cast] = await Promise.all([fillPeople(ids), fillVenues(point)])
  const call = caller(allHandlers(log))
  const { drain } = createRelay({ models: carriers, listeners, log })
  await fillCases({ call, cast, point, now })
  // Everybody is told what happened; what happened days ago has been read.
  while ((await drain()) > 0);
  const drainAll = async () => {
    while ((await drain()) > 0);
  }
  await finishOne({ call, cast, point, now }, drainAll)
  await fillSignals({ call, cast, point, now }, drainAll)
  await fillConsultations({ call, cast, point, now }, drainAll)
  const briefId = await fillBriefs({ call, cast, point, now }, drainAll)
  await fillAnswers({ call, cast, point, now }, { briefId, drain: drainAll })
  await decideChecks({ call, cast })
  const upTo = new Date(now.getTime() - READ_AFTER_MS).toISOString()
  await Promise.all([...cast.actors.values()].map((actor) => call('notifications.markRead', actor, { body: { upTo } })))
  await marks().updateOne({ _id: 'city' }, { $set: { state: 'filled', people: cast.told } })
}

/** Fills the database unless it is filled or somebody else's; true when it is the demo's. */
const ensureFilled = async (log: Logger): Promise<boolean> => {
  const holder = new ObjectId().toHexString()
  const hold = () => holdLease('demo', LEASE_MS, holder)
  for (;;) {
    const mark = await marks().findOne({ _id: 'city' })
    if (mark?.state === 'filled') return true
    if (!mark && !(await isEmpty())) return false
    if (await hold()) break
    // Another process is at it, or was killed at it a moment ago.
    await sleep(200)
  }
  const renewal = setInterval(() => hold().catch(() => false), LEASE_MS / 3)
  try {
    if (await marks().findOne({ _id: 'city' })) await clear()
    await fill(log)
    return true
  } finally {
    clearInterval(renewal)
  }
}

/** Tells the double of WeChat who can be chosen to log in as; it may have forgotten. */
const tellDouble = async (endpoint: string, people: ToldPerson[]): Promise<void> => {
  for (const person of people) {
    const headers = { 'Content-Type': 'application/json' }
    const response = await fetch(`${endpoint}/double/people`, { method: 'POST', headers, body: JSON.stringify(person) })
    await response.body?.cancel()
  }
}

/** Fills an empty database with the demo city: regions, people in every role, and cases of the last ten weeks. Once. */
export const fillDemo = async (options: { config: Config; log: Logger }): Promise<void> => {
  const { config, log } = options
  const began = performance.now()
  if (!(await ensureFilled(log))) return
  const mark = await marks().findOne({ _id: 'city' })
  if (config.wechat.endpoint) await tellDouble(config.wechat.endpoint, mark?.people ?? [])
  log.info({ ms: Math.round(performance.now() - began) }, 'the demo city is there')
}
