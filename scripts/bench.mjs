import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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

const COPY = join(ROOT, '.cache', 'bench')
const MONGOD = join('lib', 'mongod.mjs')

/**
 * A copy of the harness with its packages. The harness gives mongod one second to listen, which a busy disk may not keep:
 * the copy waits as long as for everything else. Nothing that is measured is changed.
 */
const prepareHarness = async (found, contenders) => {
  cpSync(found, COPY, { recursive: true, filter: (path) => !path.includes('node_modules') && !path.endsWith('results') })
  await runLogged('复制测试台 Copying the harness', 'chmod', ['-R', 'u+w', COPY], { log: logOf('bench-copy') })
  const patient = readFileSync(join(found, MONGOD), 'utf8').replace('serverSelectionTimeoutMS: 1000', 'serverSelectionTimeoutMS: 60_000')
  writeFileSync(join(COPY, MONGOD), patient)
  for (const one of [COPY, ...contenders.map((name) => join(COPY, 'contenders', name))]) {
    if (!existsSync(join(one, 'package.json')) || existsSync(join(one, 'node_modules'))) continue
    await runLogged(
      `安装 Installing ${one.slice(COPY.length) || 'the harness'}`,
      'npm',
      ['install', '--no-audit', '--no-fund', '--ignore-scripts'],
      { cwd: one, log: logOf('bench-install') },
    )
  }
  return COPY
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
  const out = join(ROOT, 'bench-results')
  mkdirSync(out, { recursive: true })
  const args = [join(harness, 'run.mjs'), '--mongod', mongod, '--work', work, '--out', out, '--contenders', chosen, ...given]
  const child = spawn(process.execPath, args, { cwd: harness, stdio: 'inherit', env: { ...process.env, BENCH_HARNESS: harness } })
  const code = await new Promise((done) => child.once('exit', (status) => done(status ?? 1)))
  rmSync(work, { recursive: true, force: true })
  process.exit(code)
}
main().catch(fail)
