import { readConfig } from '../server/config'
import { seedDesk } from '../server/modules/dispatch'
import { configureIdentity, seedAccount } from '../server/modules/identity'
import { importRegions, insertVenue, warmRegions } from '../server/modules/regions'
import { connect, disconnect, ensureIndexes } from '../server/platform/database'

const away = () => Promise.reject(new Error('WeChat is not needed here'))
const TOWNSHIP = '880101001'

/** A township whose villages have one mediator each, and one house with a room for every mediator. */
const main = async (): Promise<void> => {
  const { mongoUri, tokenSecret, dataKey } = readConfig(process.env)
  const villages = process.argv.slice(2)
  await connect(mongoUri)
  await ensureIndexes()
  configureIdentity({ tokenSecret, dataKey, wechat: { exchangeCode: away, phoneNumber: away, miniProgramCode: away } })
  await warmRegions()
  const above = [2, 4, 6, 9].map((length) => TOWNSHIP.slice(0, length))
  await importRegions({ format: 'csv', content: ['code,name', ...[...above, ...villages].map((code) => `${code},${code}`)].join('\n') })
  for (const village of villages) {
    const name = `调解员${village.slice(-3)}`
    const roles = [{ role: 'mediator' as const, organisationId: null, regionCode: village }]
    const { personId } = await seedAccount({ openid: `bench-${village}`, name, roles })
    await seedDesk({ personId, name, organisationId: null, regionCodes: [village], capacity: 100_000 })
  }
  const rooms = villages.map((_, index) => ({ name: `${index + 1}号调解室`, seats: 6 }))
  await insertVenue({ name: '镇调解中心', address: '镇政府旁', regionCode: TOWNSHIP, accessible: true, rooms })
}

main()
  .catch((error: unknown) => {
    console.error(error)
    process.exitCode = 1
  })
  .finally(disconnect)
