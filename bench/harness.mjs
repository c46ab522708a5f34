import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

// The harness runs us from its own folder: from run.mjs, or from lib/load.mjs in the load process.
const started = resolve(process.argv[1] ?? '')
const guess = started.endsWith(join('lib', 'load.mjs')) ? resolve(started, '..', '..') : resolve(started, '..')
const harness = process.env.BENCH_HARNESS ? resolve(process.env.BENCH_HARNESS) : guess
const load = (file) => import(pathToFileURL(join(harness, 'lib', file)).href)

export const { batches, BASE, caseAt, eventAt, MEDIATORS, mediatorId, RESIDENTS, residentId, routeMediator } = await load('dataset.mjs')
export const { oid } = await load('mongo-store.mjs')
