import { buildServer } from './lib/bundle.mjs'
import { fail, say, seconds } from './lib/say.mjs'

await buildServer().catch(fail)
say(`dist/server/main.mjs, dist/double/main.mjs (${seconds()})`)
