import { randomBytes } from 'node:crypto'

/** The URI of a database that nobody else uses: `name` tells whose it is, the rest keeps runs and workers apart. */
export const uriFor = (name: string): string => {
  const base = process.env.TEST_MONGODB_URI
  if (!base) throw new Error('TEST_MONGODB_URI is not set: run tests through jest, whose global set-up starts MongoDB')
  const url = new URL(base)
  const short = name.replace(/[^a-z0-9]+/gi, '-').slice(0, 30)
  url.pathname = `/t-${short}-${process.env.JEST_WORKER_ID ?? '0'}-${randomBytes(4).toString('hex')}`
  return url.toString()
}
