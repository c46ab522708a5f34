import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { seedAccount } from '@server/modules/identity'
import { CITY } from '@tests/support/city'
import { aMediator, complaint } from '@tests/support/factories'
import { aService, openidOf, type Service } from '@tests/support/service'
import { aDevice, type Device, openBrowser } from './browser'

const H5 = process.env.H5_DIR ?? join(process.cwd(), 'miniprogram', 'dist', 'h5')

/** How soon a listener hears of what happened. The service itself takes half a second. */
const TELL_EVERY_MS = 200

/** Tells what happened all the time, as the running service does; the tests' own does it only when it is asked to. */
const telling = (service: Service): Service => {
  let telling = true
  const tell = async () => {
    while (telling) {
      await service.drain()
      await new Promise((resolve) => setTimeout(resolve, TELL_EVERY_MS))
    }
  }
  const told = tell()
  return {
    ...service,
    close: async () => {
      telling = false
      await told
      await service.close()
    },
  }
}

/** Somebody whom the login page offers. */
export const listed = (service: Service, name: string, role = 'resident'): Promise<unknown> =>
  service.double.ask('POST', '/double/people', {
    openid: openidOf(name),
    name,
    roles: [{ role, organisationId: null, regionCode: CITY.county }],
  })

/** A service that serves the browser's build, with the people of the journeys in it and listed by the double. */
export const aTown = async (): Promise<Service> => {
  if (!existsSync(join(H5, 'index.html'))) throw new Error('There is no h5 build: run the journeys with npm test, which makes it')
  const service = await aService({ h5Dir: H5 })
  await aMediator(service, { name: '周桂兰', phone: '13900001111' })
  await seedAccount({
    openid: openidOf('陈委员'),
    name: '陈委员',
    roles: [{ role: 'cppccMember', organisationId: service.city.organisations.cppcc, regionCode: CITY.county }],
  })
  await listed(service, '刘大姐')
  await listed(service, '周桂兰', 'mediator')
  await listed(service, '陈委员', 'cppccMember')
  return telling(service)
}

/** What neighbours have brought before, so that a CPPCC member has something to see. */
export const neighboursComplain = async (service: Service): Promise<void> => {
  for (const name of ['甲家', '乙家', '丙家', '丁家', '戊家', '己家']) {
    const client = await service.login(name)
    const text = `${name}门口的路灯不亮，晚上接孩子放学看不清路，盼着早点修好。`
    await client.call('cases.submit', { body: complaint({ text, category: 'utility.lamp', opinionUse: true }) })
  }
  await service.drain()
}

/**
 * Chooses somebody on the login page; who has not been here before agrees to the terms first. Ends when home is shown: a
 * page that is opened while home's code is still on its way would be overtaken by it and vanish.
 */
export const logInAs = async (device: Device, name: string, first = false): Promise<void> => {
  await device.open('/pages/login/index')
  await device.press(name)
  if (first) await device.press('我看过了，同意')
  await device.shown('/pages/home/index')
}

/** Moves the service's clock into the session of somebody's only case. */
export const sessionBegins = async (service: Service, name: string): Promise<void> => {
  const client = await service.login(name)
  const [found] = (await client.call('cases.list', { query: { view: 'mine' } })).items
  if (!found?.booking) throw new Error('There is no session')
  const minute = 60_000
  await service.clock.set(new Date(Date.parse(found.booking.startsAt) + minute).toISOString())
}

/** A lamp that 刘大姐 has reported, with a telephone for her and for the mediator, and a window for a supervisor. */
export const aReportedLamp = async (name: string) => {
  const service = await aTown()
  const browser = await openBrowser()
  const client = await service.login('刘大姐')
  await client.call('cases.submit', { body: complaint() })
  await service.staff('supervisor', { name: '严督查' })
  await listed(service, '严督查', 'supervisor')
  const resident = await aDevice(browser, service.url, `${name}-resident`)
  const mediator = await aDevice(browser, service.url, `${name}-mediator`)
  const supervisor = await aDevice(browser, service.url, `${name}-supervisor`, 'window')
  return { service, browser, client, resident, mediator, supervisor }
}
