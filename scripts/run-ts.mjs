import { spawn } from 'node:child_process'
import { basename, join } from 'node:path'
import { bundle } from './lib/bundle.mjs'
import { installPackages } from './lib/install.mjs'
import { fail, Remedy, ROOT } from './lib/say.mjs'
import { checkNode } from './lib/system.mjs'

/** Runs one of the project's TypeScript scripts: `node scripts/run-ts.mjs scripts/x.ts arguments…`. */
const main = async () => {
  const [file, ...args] = process.argv.slice(2)
  if (!file) throw new Remedy('Usage: node scripts/run-ts.mjs FILE.ts [arguments]')
  checkNode()
  await installPackages()
  const name = basename(file, '.ts')
  await bundle({ [name]: file }, join(ROOT, '.cache', 'scripts'))
  const child = spawn(process.execPath, ['--enable-source-maps', join(ROOT, '.cache', 'scripts', `${name}.mjs`), ...args], {
    stdio: 'inherit',
  })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(signal ? 1 : code))
}
main().catch(fail)
