import { randomBytes } from 'node:crypto'
import { database } from '@server/platform/database'

/** The URI of a database that nobody else uses: `name` tells whose it is, the rest keeps runs and workers apart. */
export const uriFor = (name: string): string => {
  const base = process.env.TEST_MONGODB_URI
  if (!base) throw new Error('TEST_MONGODB_URI is not set: run tests through jest, whose global set-up starts MongoDB')
  const url = new URL(base)
  const short = name.replace(/[^a-z0-9]+/gi, '-').slice(0, 30)
  url.pathname = `/t-${short}-${process.env.JEST_WORKER_ID ?? '0'}-${randomBytes(4).toString('hex')}`
  return url.toString()
}

/** The URI of this worker's database for the service: one test file after the other uses it, each finds it empty. */
export const uriForService = (): string => {
  const url = new URL(uriFor('service'))
  url.pathname = `/t-service-${process.env.JEST_WORKER_ID ?? '0'}-${process.ppid}`
  return url.toString()
}

/** Empties the connected database. Making its three hundred indexes anew takes twenty times as long. */
export const emptyDatabase = async (): Promise<void> => {
  const collections = await database().listCollections({}, { nameOnly: true }).toArray()
  const names = collections.map(({ name }) => name).filter((name) => !name.startsWith('system.'))
  await Promise.all(names.map((name) => database().collection(name).deleteMany({})))
}
