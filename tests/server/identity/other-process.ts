import { readConfig } from '@server/config'
import { database } from '@server/platform/database'
import type { Service } from '@tests/support/service'

/** The identity module once more, with a memory and a connection of its own, as another process has it. */
export const otherProcess = async (service: Service) => {
  const url = new URL(process.env.TEST_MONGODB_URI ?? '')
  url.pathname = `/${database().databaseName}`
  const { tokenSecret, dataKey } = readConfig({ NODE_ENV: 'test', MONGODB_URI: url.toString() } as unknown as NodeJS.ProcessEnv)
  let made: { authenticate: typeof import('@server/modules/identity')['authenticate']; stop: () => Promise<void> } | undefined
  await jest.isolateModulesAsync(async () => {
    const platform = await import('@server/platform/database')
    const time = await import('@server/platform/clock')
    const identity = await import('@server/modules/identity')
    const regions = await import('@server/modules/regions')
    await platform.connect(url.toString())
    time.clock.allowMoving()
    time.clock.set(service.clock.now())
    await regions.warmRegions()
    const away = () => Promise.reject(new Error('WeChat is not asked here'))
    identity.configureIdentity({ tokenSecret, dataKey, wechat: { exchangeCode: away, phoneNumber: away, miniProgramCode: away } })
    await identity.startIdentity()
    made = {
      authenticate: identity.authenticate,
      stop: async () => {
        await identity.stopIdentity()
        await platform.disconnect()
      },
    }
  })
  if (!made) throw new Error('The other process did not start')
  return made
}
