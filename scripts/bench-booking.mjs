import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { residentsOf } from './lib/booking-residents.mjs'
import { bundle } from './lib/bundle.mjs'
import { startChild } from './lib/child.mjs'
import { installPackages } from './lib/install.mjs'
import { findMongod } from './lib/mongod.mjs'
import { startMongod } from './lib/mongod-run.mjs'
import { freePort } from './lib/ports.mjs'
import { fail, Remedy, ROOT, say } from './lib/say.mjs'
import { checkNode } from './lib/system.mjs'

/** At once on one slot; and at once on as many slots as stand beside it. */
const ONE = { people: 200, slots: 1 }
const MANY = { people: 2000, slots: 200 }
const VILLAGES = Array.from({ length: 20 }, (_, index) => `880101001${String(index + 1).padStart(3, '0')}`)
/** Cases that are brought at a time; only the bookings come all at once. */
const AT_A_TIME = 40
const SECRET = 'bench-booking-token-secret-0123456789'
const OUT = join(ROOT, '.cache', 'bench-booking')
const READY_TRIES = 600

const environment = (mongod, port) => ({
  NODE_ENV: 'production',
  PORT: String(port),
  HOST: '127.0.0.1',
  MONGODB_URI: mongod.uri('booking'),
  TOKEN_SECRET: SECRET,
  DATA_KEY: Buffer.alloc(32, 'booking').toString('base64'),
  WECHAT_APPID: 'wx-bench',
  WECHAT_SECRET: 'bench',
  WECHAT_PUSH_TOKEN: 'benchPushToken',
  WECHAT_ENCODING_AES_KEY: 'b'.repeat(43),
  RATE_LIMIT: '1000000000',
  LOG_LEVEL: 'error',
  H5_DIR: 'no-such-folder',
})

const waitFor = async (url, service) => {
  for (let tries = 0; tries < READY_TRIES; tries++) {
    if (service.gone) throw new Remedy('The service ended before it was ready; its words are above.')
    if ((await fetch(`${url}/readyz`).catch(() => undefined))?.ok) return
    await sleep(50)
  }
  throw new Remedy('The service did not become ready within 30 seconds.')
}

/** Everybody brings a case of their own, some at a time. */
const bring = async (residents, people) => {
  const waiting = [...people]
  const work = async () => {
    for (let one = waiting.pop(); one; one = waiting.pop()) one.caseId = await residents.submit(one.name, one.village)
  }
  await Promise.all(Array.from({ length: AT_A_TIME }, work))
}

/** All book at the same moment; as many as there are slots must win, and everybody else must hear that the time is taken. */
const race = async (label, residents, people, slots) => {
  const began = performance.now()
  const answers = await Promise.all(people.map(({ name, caseId, startsAt }) => residents.book(name, caseId, startsAt)))
  const seconds = (performance.now() - began) / 1000
  const winners = answers.filter((answer) => answer === 'won').length
  const refused = answers.filter((answer) => answer === 'refused').length
  const others = answers.filter((answer) => answer !== 'won' && answer !== 'refused')
  const good = winners === slots && others.length === 0
  console.log(
    `${good ? '✓' : '✗'} ${label}: slots ${slots}, winners ${winners}, refused ${refused}, errors ${others.length}, ${seconds.toFixed(2)} s`,
  )
  for (const other of new Set(others)) console.log(`    ${others.filter((one) => one === other).length} × ${other}`)
  return good
}

const named = (prefix, count, villageOf) =>
  Array.from({ length: count }, (_, index) => ({ name: `${prefix}${index}`, number: index, village: villageOf(index) }))

const run = async (url) => {
  const residents = residentsOf({ url, secret: SECRET })
  const one = named('single', ONE.people, () => VILLAGES[0])
  const many = named('many', MANY.people, (index) => VILLAGES[index % VILLAGES.length])
  say(`${ONE.people + MANY.people} residents bring a case each`)
  await bring(residents, [...one, ...many])
  // Every mediator has the same hours: the first is what all want, the next are shared out.
  const hours = (await residents.slots(many[0].name, many[0].caseId)).map((slot) => slot.startsAt)
  const perMediator = MANY.slots / VILLAGES.length
  if (hours.length <= perMediator) throw new Error(`Only ${hours.length} free hours were offered`)
  for (const person of one) person.startsAt = hours[0]
  for (const person of many) person.startsAt = hours[1 + (Math.floor(person.number / VILLAGES.length) % perMediator)]
  say('They book')
  const first = await race(`${ONE.people} at once on one slot`, residents, one, ONE.slots)
  const second = await race(`${MANY.people} at once on ${MANY.slots} slots`, residents, many, MANY.slots)
  return first && second
}

/** Measures that a slot has one winner, against a service process and a mongod of its own. Ends with 1 when it has not. */
const main = async () => {
  checkNode()
  await installPackages()
  await bundle({ main: 'server/main.ts', fill: 'scripts/bench-booking-city.ts' }, OUT)
  const dir = mkdtempSync(join(tmpdir(), 'haoshangliang-booking-'))
  const mongod = await startMongod({ binary: await findMongod(), dbPath: join(dir, 'db'), cacheGB: 0.5 })
  let service
  try {
    const port = await freePort(0)
    const env = environment(mongod, port)
    const filled = spawnSync(process.execPath, [join(OUT, 'fill.mjs'), ...VILLAGES], { env: { ...process.env, ...env }, stdio: 'inherit' })
    if (filled.status !== 0) throw new Remedy('The city of the measurement could not be filled; see above.')
    service = startChild(join(OUT, 'main.mjs'), { env })
    const url = `http://127.0.0.1:${port}`
    await waitFor(url, service)
    process.exitCode = (await run(url)) ? 0 : 1
  } finally {
    await service?.stop()
    await mongod.stop()
    rmSync(dir, { recursive: true, force: true })
  }
}
main().catch(fail)
