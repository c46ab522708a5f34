import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { buildClient } from './lib/builds.mjs'
import { buildServer } from './lib/bundle.mjs'
import { findChromium } from './lib/chromium.mjs'
import { installPackages } from './lib/install.mjs'
import { Remedy, ROOT, say, seconds } from './lib/say.mjs'
import { checkNode } from './lib/system.mjs'

const totals = { passed: 0, failed: 0, skipped: 0 }

/** Runs jest and adds its figures to the totals; a file that could not be run counts as a failed test. */
const runJest = async (name, args, env) => {
  const output = join(ROOT, '.cache', `jest-${name}.json`)
  mkdirSync(join(ROOT, '.cache'), { recursive: true })
  rmSync(output, { force: true })
  const jest = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js')
  const all = [jest, '--json', `--outputFile=${output}`, '--passWithNoTests', ...args]
  const child = spawn(process.execPath, all, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, ...env } })
  const code = await new Promise((done) => child.once('exit', done))
  if (!existsSync(output)) {
    totals.failed++
    return
  }
  const result = JSON.parse(readFileSync(output, 'utf8'))
  totals.passed += result.numPassedTests
  totals.failed += result.numFailedTests + result.numRuntimeErrorTestSuites
  totals.skipped += result.numPendingTests + result.numTodoTests
  if (code !== 0 && result.numFailedTests + result.numRuntimeErrorTestSuites === 0) totals.failed++
}

/** A step that counts as one test. */
const step = async (name, work) => {
  try {
    await work()
    totals.passed++
  } catch (error) {
    totals.failed++
    console.log(`✗ ${name}\n${error instanceof Remedy ? error.message : (error.stack ?? error)}`)
  }
}

const builds = async (wanted) => {
  if (wanted.server) await step('build of the service', buildServer)
  if (wanted.h5) await step('build for h5', () => buildClient('h5'))
  if (wanted.weapp) await step('build for weapp', () => buildClient('weapp'))
}

/** Everything: checks, builds, unit and API tests, journeys. */
const runAll = async () => {
  const chromium = findChromium()
  say('检查 Checking')
  const { runChecks } = await import('./lib/checks.mjs')
  const checks = await runChecks()
  totals.passed += checks.passed
  totals.failed += checks.failed
  await builds({ server: true, h5: true, weapp: true })
  say('测试 Testing')
  await runJest('units', ['--selectProjects', 'server', 'miniprogram', '--maxWorkers', String(Math.max(2, cpus().length - 1))])
  say('浏览器流程 Browser journeys')
  // One after the other: each has the machine, and the pictures it takes, to itself.
  await runJest('journeys', ['--selectProjects', 'journeys', '--runInBand'], { CHROMIUM: chromium })
}

/** What was asked for, with only the builds that it needs. */
const runSome = async (args) => {
  const asked = args.join(' ')
  const journeys = /journeys/.test(asked)
  await builds({ server: journeys, h5: journeys, weapp: /miniprogram|weapp/.test(asked) })
  await runJest('some', args, journeys ? { CHROMIUM: findChromium() } : {})
}

const main = async () => {
  checkNode()
  await installPackages()
  const { findMongod } = await import('./lib/mongod.mjs')
  process.env.MONGOD_BINARY = await findMongod()
  const args = process.argv.slice(2)
  await (args.length > 0 ? runSome(args) : runAll())
}

main()
  .catch((error) => {
    totals.failed++
    console.error(error instanceof Remedy ? `\n✗ ${error.message}\n` : error)
  })
  .finally(() => {
    const { passed, failed, skipped } = totals
    console.log(`\n用时 Took ${seconds()}`)
    console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
    process.exit(failed > 0 ? 1 : 0)
  })
