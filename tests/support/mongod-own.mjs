import { findMongod } from '../../scripts/lib/mongod.mjs'
import { startMongod } from '../../scripts/lib/mongod-run.mjs'

// A mongod as `npm start` runs it, for a test that kills it: `node mongod-own.mjs DB_PATH PORT`. Ends with SIGTERM.
const [dbPath, port] = process.argv.slice(2)
const mongod = await startMongod({ binary: await findMongod(), dbPath, port: Number(port) })
process.on('SIGTERM', () => mongod.stop().then(() => process.exit(0)))
console.log(JSON.stringify({ pid: mongod.pid, port: mongod.port, uri: mongod.uri('kill') }))
