import { spawn } from 'node:child_process'
import { accessSync, constants, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { buildServer } from './lib/bundle.mjs'
import { installPackages } from './lib/install.mjs'
import { fail, Remedy, ROOT } from './lib/say.mjs'
import { logOf, runLogged } from './lib/steps.mjs'
import { checkNode } from './lib/system.mjs'

const OURS = join(ROOT, 'bench', 'adapter.mjs')

const findHarness = () => {
  const harness = resolve(ROOT, process.env.BENCH_HARNESS ?? '../shared/bench')
  if (existsSync(join(harness, 'run.mjs'))) return harness
  throw new Remedy(`The bench harness is not at ${harness}. Set BENCH_HARNESS to the folder that holds its run.mjs.`)
}

const isWritable = (dir) => {
  try {
    accessSync(dir, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** The harness with its packages: where it lies, or as a copy when nothing may be written there. */
const prepareHarness = async (found, contenders) => {
  const ready = (dir) =>
    [dir, ...contenders.map((name) => join(dir, 'contenders', name))].every(
      (one) => !existsSync(join(one, 'package.json')) || existsSync(join(one, 'node_modules')),
    )
  if (ready(found)) return found
  const dir = isWritable(found) && process.getuid?.() !== 0 ? found : join(ROOT, '.cache', 'bench')
  if (dir !== found)
    cpSync(found, dir, { recursive: true, mode: constants.COPYFILE_FICLONE, filter: (path) => !path.includes('node_modules') })
  if (dir !== found) await runLogged('复制测试台 Copying the harness', 'chmod', ['-R', 'u+w', dir], { log: logOf('bench-copy') })
  for (const one of [dir, ...contenders.map((name) => join(dir, 'contenders', name))]) {
    if (!existsSync(join(one, 'package.json')) || existsSync(join(one, 'node_modules'))) continue
    await runLogged(
      `安装 Installing ${one.slice(dir.length) || 'the harness'}`,
      'npm',
      ['install', '--no-audit', '--no-fund', '--ignore-scripts'],
      { cwd: one, log: logOf('bench-install') },
    )
  }
  return dir
}

/** Measures the service beside the harness's floor; further arguments go to the harness (`--n`, `--ops`, `--seconds`, …). */
const main = async () => {
  checkNode()
  await installPackages()
  const found = findHarness()
  if (!existsSync(OURS)) throw new Remedy(`${OURS} is missing: the adapter through which the harness drives the service.`)
  const given = process.argv.slice(2)
  const chosen = given.includes('--contenders') ? given[given.indexOf('--contenders') + 1] : `floor,${OURS}`
  const harness = await prepareHarness(
    found,
    chosen
      .split(',')
      .filter((name) => !name.includes('/') || name.startsWith('contenders/'))
      .map((name) => name.replace(/^contenders\/|\/.*$/g, '')),
  )
  await buildServer()
  const { findMongod } = await import('./lib/mongod.mjs')
  const mongod = await findMongod()
  const work = mkdtempSync(join(tmpdir(), 'haoshangliang-bench-'))
  // The harness gives mongod one second to listen; a binary that lies cold on the disk may need more.
  const { startMongod } = await import('./lib/mongod-run.mjs')
  await (await startMongod({ binary: mongod, dbPath: join(work, 'warm', 'db') })).stop()
  const out = join(ROOT, 'bench-results')
  mkdirSync(out, { recursive: true })
  const args = [join(harness, 'run.mjs'), '--mongod', mongod, '--work', work, '--out', out, '--contenders', chosen, ...given]
  const child = spawn(process.execPath, args, { cwd: harness, stdio: 'inherit', env: { ...process.env, BENCH_HARNESS: harness } })
  const code = await new Promise((done) => child.once('exit', (status) => done(status ?? 1)))
  rmSync(work, { recursive: true, force: true })
  process.exit(code)
}
main().catch(fail)
