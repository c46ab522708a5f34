import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundle } from './lib/bundle.mjs'
import { installPackages } from './lib/install.mjs'
import { findMongod } from './lib/mongod.mjs'
import { startMongod } from './lib/mongod-run.mjs'
import { fail, ROOT } from './lib/say.mjs'
import { checkNode } from './lib/system.mjs'

const OUT = join(ROOT, '.cache', 'bench-routing')

/** Routes 10,000 cases of a city of its own against a mongod of its own, and prints what came of it. Ends with 1 when a hard bound is broken. */
const main = async () => {
  checkNode()
  await installPackages()
  await bundle({ run: 'scripts/bench-routing.ts' }, OUT)
  const dir = mkdtempSync(join(tmpdir(), 'haoshangliang-routing-'))
  const mongod = await startMongod({ binary: await findMongod(), dbPath: join(dir, 'db'), cacheGB: 0.5 })
  try {
    const env = {
      ...process.env,
      NODE_ENV: 'production',
      MONGODB_URI: mongod.uri('routing'),
      TOKEN_SECRET: 'bench-routing-token-secret-0123456789',
      DATA_KEY: Buffer.alloc(32, 'routing').toString('base64'),
      WECHAT_APPID: 'wx-bench',
      WECHAT_SECRET: 'bench',
      WECHAT_PUSH_TOKEN: 'benchPushToken',
      WECHAT_ENCODING_AES_KEY: 'b'.repeat(43),
    }
    const ran = spawnSync(process.execPath, ['--enable-source-maps', join(OUT, 'run.mjs'), ...process.argv.slice(2)], {
      env,
      stdio: 'inherit',
    })
    process.exitCode = ran.status ?? 1
  } finally {
    await mongod.stop()
    rmSync(dir, { recursive: true, force: true })
  }
}
main().catch(fail)
