import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createApp } from '@server/app'
import { readConfig } from '@server/config'
import { seedAccount } from '@server/modules/identity'
import { clock } from '@server/platform/clock'
import { connect, disconnect, ensureIndexes } from '@server/platform/database'
import { createLog } from '@server/platform/log'
import { type EndpointName, endpoints } from '@shared/endpoints'
import { ROLE_NAMES, type SessionView, type StaffRole } from '@shared/identity/schemas'
import type { Endpoint } from '@shared/platform/endpoint'
import { aCity, CITY, type City } from './city'
import { aClient, type Client } from './client'
import { emptyDatabase, uriForService } from './database'
import { aDouble, DOUBLE_ACCOUNT, DOUBLE_PUSH, type Double } from './double'

export type { CallOptions, Client } from './client'

export interface StaffOptions {
  regionCode?: string
  organisationId?: string
  name?: string
  phone?: string
}
export interface ServiceOptions {
  /** Where the browser's build lies, for journeys. */
  h5Dir?: string
}
export interface Service {
  url: string
  double: Double
  city: City
  anonymous: Client
  close(): Promise<void>
  /** Tells every waiting event to its listeners and sends every message that is due. */
  drain(): Promise<void>
  /** Runs all jobs now, then drains. */
  catchUp(): Promise<void>
  clock: { now(): Date; set(iso: string): Promise<void>; advance(ms: number): Promise<void> }
  /** A resident who has agreed to the terms; the same name is the same person. */
  login(name: string): Promise<Client>
  /** Somebody with a role, logged in. Without a region: where such a person usually works. */
  staff(role: StaffRole, options?: StaffOptions): Promise<Client>
}

/** `openid` of a name: WeChat's have letters and digits only. */
export const openidOf = (name: string): string => `o-${Buffer.from(name).toString('hex')}`

const USUAL: Record<StaffRole, { regionCode: string; organisation?: keyof City['organisations'] }> = {
  mediator: { regionCode: CITY.village, organisation: 'committee' },
  gridWorker: { regionCode: CITY.grid },
  officer: { regionCode: CITY.village },
  dispatcher: { regionCode: CITY.county, organisation: 'centre' },
  department: { regionCode: CITY.county, organisation: 'department' },
  cppccMember: { regionCode: CITY.city, organisation: 'cppcc' },
  cppccOffice: { regionCode: CITY.city, organisation: 'cppcc' },
  supervisor: { regionCode: CITY.county },
  admin: { regionCode: CITY.city },
  importer: { regionCode: CITY.city },
}

let named = 0
/** A name that nobody else has: each test file finds its database empty. */
const nextName = (role: StaffRole): string => {
  named += 1
  return `${ROLE_NAMES[role]}s${String(named).padStart(3, '0')}`
}

/** Compares every answer with the contract; what does not fit is thrown at the next call and at the end. */
const answerCheck = () => {
  let mismatches: string[] = []
  return {
    inspect: (name: EndpointName, status: number, body: unknown): void => {
      const { output } = endpoints[name] as Endpoint
      if (output === 'binary' || output === 'empty') return
      const result = output.safeParse(JSON.parse(JSON.stringify(body ?? null)))
      if (!result.success) mismatches.push(`${name} ${status}: ${JSON.stringify(result.error.issues)}`)
    },
    verify: (): void => {
      const found = mismatches
      mismatches = []
      if (found.length > 0) throw new Error(`Answers that do not fit the contract:\n${found.join('\n')}`)
    },
  }
}

const configFor = ({
  mongoUri,
  wechatUrl,
  url,
  h5Dir = 'no-such-folder',
}: Record<'mongoUri' | 'wechatUrl' | 'url', string> & ServiceOptions) =>
  readConfig({
    NODE_ENV: 'test',
    MONGODB_URI: mongoUri,
    WECHAT_APPID: DOUBLE_ACCOUNT.appId,
    WECHAT_SECRET: DOUBLE_ACCOUNT.secret,
    WECHAT_ENDPOINT: wechatUrl,
    WECHAT_PUSH_TOKEN: DOUBLE_PUSH.token,
    WECHAT_ENCODING_AES_KEY: DOUBLE_PUSH.aesKey,
    PUBLIC_URL: url,
    CITY_CODE: CITY.city,
    JOBS: 'off',
    RATE_LIMIT: '1000000',
    LOGIN_LIMIT: '1000000',
    H5_DIR: h5Dir,
    LOG_LEVEL: process.env.LOG_LEVEL,
  })

/** The whole service in this process, with a database and a WeChat of its own and the small city in it. One for each test file. */
export const aService = async (options: ServiceOptions = {}): Promise<Service> => {
  const double = await aDouble()
  try {
    return await startService(double, options)
  } catch (error) {
    // What is left open keeps jest from ending.
    await double.close()
    await disconnect()
    throw error
  }
}

const startService = async (double: Double, { h5Dir }: ServiceOptions): Promise<Service> => {
  // Listens first, for the service tells others where it is.
  const server = createServer((request, response) => answer(request, response))
  let answer: RequestListener = (_, response) => response.writeHead(503).end()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await double.ask('PUT', '/double/push', { url: `${url}/wechat/push`, ...DOUBLE_PUSH })
  const config = configFor({ mongoUri: uriForService(), wechatUrl: double.url, url, h5Dir })
  await connect(config.mongoUri)
  await emptyDatabase()
  await ensureIndexes()
  const check = answerCheck()
  const app = createApp({ config, log: createLog(config.logLevel), inspect: check.inspect })
  await app.start()
  const city = await aCity()
  answer = app.callback
  let setBack = 0
  const base = { url, verify: check.verify, now: clock.ms, setBack: () => setBack }
  const anonymous = aClient(base)

  const enter = async (openid: string): Promise<SessionView> => {
    const { version } = await anonymous.call('terms.get')
    return anonymous.call('sessions.create', { body: { code: await double.code(openid), consent: { version } } })
  }
  const clientOf = async (openid: string): Promise<Client> => aClient({ ...base, session: await enter(openid), renew: () => enter(openid) })

  return {
    url,
    double,
    city,
    anonymous,
    clock: {
      now: clock.now,
      set: async (iso) => {
        if (new Date(iso) < clock.now()) setBack += 1
        const { status } = await anonymous.raw('PUT', '/double/clock', { body: { now: iso } })
        if (status !== 200) throw new Error(`The clock was not set: ${status}`)
      },
      advance: async (ms) => {
        const { status } = await anonymous.raw('PUT', '/double/clock', { body: { now: new Date(clock.ms() + ms).toISOString() } })
        if (status !== 200) throw new Error(`The clock was not moved: ${status}`)
      },
    },
    drain: app.drain,
    catchUp: app.catchUp,
    login: async (name) => {
      const client = await clientOf(openidOf(name))
      await client.call('me.update', { body: { name } })
      return client
    },
    staff: async (role, options = {}) => {
      const usual = USUAL[role]
      const { name = nextName(role), regionCode = usual.regionCode } = options
      const organisationId = options.organisationId ?? (usual.organisation ? city.organisations[usual.organisation] : null)
      await seedAccount({ openid: openidOf(name), name, phone: options.phone, roles: [{ role, organisationId, regionCode }] })
      return clientOf(openidOf(name))
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await app.stop()
      await double.close()
      await disconnect()
      clock.reset()
      check.verify()
    },
  }
}
