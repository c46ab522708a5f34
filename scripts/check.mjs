import { installPackages } from './lib/install.mjs'
import { fail, say, seconds } from './lib/say.mjs'
import { checkNode } from './lib/system.mjs'

/** `npm run check`: format, lint, types, module boundaries, unused code, house rules, package sizes. */
const main = async () => {
  checkNode()
  await installPackages()
  const { runChecks } = await import('./lib/checks.mjs')
  const { passed, failed } = await runChecks()
  say(`${passed} ok, ${failed} failed (${seconds()})`)
  process.exit(failed > 0 ? 1 : 0)
}
main().catch(fail)
