import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { followWordings, stopInsight, useInsightWorker } from '@server/modules/insight'
import { openStream } from '@server/modules/insight/stream-apart'
import type { StreamTask } from '@server/modules/insight/stream-host'
import { aService, type Client, type Service } from '@tests/support/service'
import { build } from 'esbuild'
import { anEverydayPast, bring, follow, people, signalsFor, WATER } from './support'

let service: Service
let member: Client
// Inside the project, where its packages are found.
const folder = mkdtempSync(join(__dirname, '..', '..', '..', '.cache', 'insight-'))
const program = pathToFileURL(join(folder, 'insight-worker.mjs'))

beforeAll(async () => {
  await build({
    entryPoints: [join(__dirname, '../../../server/modules/insight/stream-worker.ts')],
    outfile: join(folder, 'insight-worker.mjs'),
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    logLevel: 'silent',
  })
  useInsightWorker(program)
  service = await aService()
  await anEverydayPast(service)
  member = await service.staff('cppccMember')
})
afterAll(async () => {
  await service?.close()
  rmSync(folder, { recursive: true, force: true })
})

const OPTIONS = { window: 100, offsetMs: 0 }
const IDLE: StreamTask = { ties: [], gone: [], messages: [], settle: false, report: true }

test('the stream in a thread of its own finds what stands out, and goes on after having been ended', async () => {
  await bring({ service, affair: WATER, names: people('先', 8) })
  await follow(service)
  expect(await signalsFor(member)).toMatchObject([{ people: 8 }])
  await stopInsight()
  await bring({ service, affair: WATER, names: people('后', 3) })
  await follow(service)
  expect(await signalsFor(member)).toMatchObject([{ people: 11 }])
})

test('a thread that has ended says so instead of keeping somebody waiting', async () => {
  const stream = openStream(OPTIONS)
  expect(await stream.ask({ ...IDLE, settle: true })).toMatchObject({ signals: [] })
  expect(await stream.ask(IDLE)).toBeNull()
  const asked = stream.ask({ ...IDLE, settle: true }).catch((error: Error) => error.message)
  await stream.close()
  expect(['The thread that finds signals has ended', { signals: [], days: { first: 0, counts: [] } }]).toContainEqual(await asked)
  await expect(stream.ask(IDLE)).rejects.toThrow('has ended')
})

test('a program that is not there is an error, and no signal is lost by it', async () => {
  const before = await signalsFor(member)
  await stopInsight()
  useInsightWorker(pathToFileURL(join(folder, 'nothing.mjs')))
  await expect(followWordings()).rejects.toThrow()
  expect(await signalsFor(member)).toEqual(before)
  useInsightWorker(program)
  await bring({ service, affair: WATER, names: people('最后', 2) })
  await follow(service)
  expect(await signalsFor(member)).toMatchObject([{ people: 13 }])
})

test('of two processes only the one that holds the stream stores what it finds', async () => {
  const { takeOver, mayStore, readState } = await import('@server/modules/insight/stream-state.model')
  const { inTransaction } = await import('@server/platform/database')
  const { holder = '', ties = 0 } = (await readState()) ?? {}
  const may = (who: string) => inTransaction((session) => mayStore({ holder: who, ties, session }))
  expect(await may(holder)).toBe(true)
  await takeOver('another')
  expect([await may(holder), await may('another')]).toEqual([false, true])
  // It notices, and begins anew.
  await bring({ service, affair: WATER, names: people('再', 2) })
  await follow(service)
  expect(await signalsFor(member)).toMatchObject([{ people: 15 }])
  expect(await may('another')).toBe(false)
})
