import { readConfig } from '../server/config'
import { dispatchPorts, seedDesk } from '../server/modules/dispatch'
import { DeskModel } from '../server/modules/dispatch/desk.model'
import { refreshDesks } from '../server/modules/dispatch/fit/desk-memory'
import { RoutingRulesModel } from '../server/modules/dispatch/routing/routing-rules.model'
import { refreshRules } from '../server/modules/dispatch/routing/rules-memory'
import { configureIdentity, seedOrganisation } from '../server/modules/identity'
import { importRegions, warmRegions } from '../server/modules/regions'
import { connect, disconnect, ensureIndexes } from '../server/platform/database'
import { DEFAULT_RULES } from '../shared/dispatch/default-rules'
import type { RoutingRules } from '../shared/dispatch/routing'
import { type BenchCity, makeCity } from './lib/routing/city'
import { judge } from './lib/routing/measure'

const SEED = 20260501
const CITY = '8801'
const IN_FLIGHT = 32
const REGIONS_AT_A_TIME = 500

/** Where the centre prefers an even share to the nearest level: weights are data. */
const EVEN: RoutingRules['weights'] = { speciality: 20, level: 15, language: 5, distance: 5, load: 100, fairness: 60 }

const away = () => Promise.reject(new Error('WeChat is not needed here'))
const personIdOf = (index: number): string => `bench-${String(index).padStart(4, '0')}`

const fill = async (city: BenchCity): Promise<void> => {
  for (let from = 0; from < city.regions.length; from += REGIONS_AT_A_TIME) {
    const features = city.regions.slice(from, from + REGIONS_AT_A_TIME).map(({ code, name, box: [west, south, east, north] }) => {
      const ring = [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ]
      return { type: 'Feature', properties: { code, name }, geometry: { type: 'Polygon', coordinates: [ring] } }
    })
    const { rejected } = await importRegions({ format: 'geojson', content: JSON.stringify({ type: 'FeatureCollection', features }) })
    if (rejected.length > 0) throw new Error(`Regions were rejected: ${JSON.stringify(rejected.slice(0, 3))}`)
  }
  await seedOrganisation({ kind: 'centre', name: '市综治中心', regionCode: CITY })
  await Promise.all(city.mediators.map((one, index) => seedDesk({ personId: personIdOf(index), organisationId: null, ...one })))
}

/** A fresh start with these weights in force. */
const reset = async (weights: RoutingRules['weights']): Promise<void> => {
  await DeskModel.collection.updateMany({}, [
    {
      $set: {
        load: 0,
        room: '$capacity',
        days: { $literal: {} },
        lastAssignedAt: new Date(0),
        changedAt: new Date(),
        rev: { $add: ['$rev', 1] },
      },
    },
  ])
  await RoutingRulesModel.deleteMany({ regionCode: CITY })
  const savedBy = { personId: 'bench', name: 'bench' }
  await RoutingRulesModel.create({
    ...DEFAULT_RULES,
    weights,
    regionCode: CITY,
    version: 1,
    state: 'active',
    note: '',
    savedBy,
    savedAt: new Date(),
  })
  await Promise.all([refreshDesks(), refreshRules()])
}

/** The real routing, as many at a time as a busy service has in flight. */
const route = async (city: BenchCity) => {
  const chosen = city.cases.map(() => -1)
  const milliseconds: number[] = []
  let next = 0
  const work = async (): Promise<void> => {
    for (let item = next++; item < city.cases.length; item = next++) {
      const began = performance.now()
      const { owner, status } = await dispatchPorts.route(city.cases[item] as BenchCity['cases'][number])
      milliseconds.push(performance.now() - began)
      if (status === 'assigned' && owner) chosen[item] = Number(owner.id.slice('bench-'.length))
    }
  }
  const began = performance.now()
  await Promise.all(Array.from({ length: IN_FLIGHT }, work))
  return { chosen, milliseconds, seconds: Number(((performance.now() - began) / 1000).toFixed(2)) }
}

const run = async (city: BenchCity, weights: RoutingRules['weights']) => {
  await reset(weights)
  const { chosen, milliseconds, seconds } = await route(city)
  const desks = await DeskModel.find({}, { personId: 1, load: 1 }).sort({ personId: 1 }).lean()
  return { weights, seconds, ...judge({ city, weights, chosen, milliseconds, loads: desks.map(({ load }) => load) }) }
}

const main = async (): Promise<void> => {
  const { mongoUri, tokenSecret, dataKey } = readConfig(process.env)
  await connect(mongoUri)
  await ensureIndexes()
  configureIdentity({ tokenSecret, dataKey, wechat: { exchangeCode: away, phoneNumber: away, miniProgramCode: away } })
  await warmRegions()
  const city = makeCity(SEED)
  await fill(city)
  const grids = city.regions.filter(({ code }) => code.length === 15).length
  // Once without counting, so that the process is as warm as one that has been running.
  await run(city, EVEN)
  const results = { nearestFirst: await run(city, DEFAULT_RULES.weights), evenShare: await run(city, EVEN) }
  console.log(
    JSON.stringify({ cases: city.cases.length, grids, mediators: city.mediators.length, inFlight: IN_FLIGHT, ...results }, null, 2),
  )
  const broken = Object.values(results).some((one) => one.outsideJurisdiction + one.aboveCapacity + one.loadsThatDoNotAgree > 0)
  if (broken) process.exitCode = 1
}

main()
  .catch((error: unknown) => {
    console.error(error)
    process.exitCode = 1
  })
  .finally(disconnect)
