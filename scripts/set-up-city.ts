import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readConfig } from '../server/config'
import { configureIdentity, createInvitation } from '../server/modules/identity'
import { importRegions, regionExists, warmRegions } from '../server/modules/regions'
import { connect, disconnect, ensureIndexes } from '../server/platform/database'

const USAGE = 'npm run set-up-city -- --region 4201 --admin 姓名 [--csv divisions.csv]'

const away = () => Promise.reject(new Error('WeChat is not needed here'))

/** Nobody has a role yet in an empty city: whoever holds the database's password may invite the first administrator. */
const inviteAdministrator = async (regionCode: string, name: string): Promise<string> => {
  const roles = [{ role: 'admin' as const, regionCode, organisationId: null }]
  const actor = { accountId: 'set-up', personId: 'set-up', sessionId: 'set-up', name: 'set-up', roles }
  const { code } = await createInvitation({ actor, invitation: { role: 'admin', regionCode, name }, key: undefined })
  return code
}

const main = async (): Promise<void> => {
  const { values } = parseArgs({ options: { region: { type: 'string' }, admin: { type: 'string' }, csv: { type: 'string' } } })
  const { region, admin, csv } = values
  if (!region || !admin) throw new Error(`Usage: ${USAGE}`)
  const { mongoUri, tokenSecret, dataKey } = readConfig(process.env)
  await connect(mongoUri)
  await ensureIndexes()
  configureIdentity({ tokenSecret, dataKey, wechat: { exchangeCode: away, phoneNumber: away, miniProgramCode: away } })
  await warmRegions()
  if (csv) {
    const { imported, rejected } = await importRegions({ format: 'csv', content: readFileSync(csv, 'utf8') })
    console.log(`${imported} regions imported, ${rejected.length} rejected`)
    for (const { row, reason } of rejected.slice(0, 20)) console.log(`  row ${row}: ${reason}`)
  }
  if (!regionExists(region)) throw new Error(`Region ${region} is not known: import it with --csv (columns code,name)`)
  console.log(
    `邀请码 Invitation for ${admin} (administrator of ${region}), good for 7 days, once: ${await inviteAdministrator(region, admin)}`,
  )
}

main()
  .catch((error: Error) => {
    console.error(error.message)
    process.exitCode = 1
  })
  .finally(disconnect)
