import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { buildClient } from './builds.mjs'
import { houseRules } from './house-rules.mjs'
import { Remedy, ROOT } from './say.mjs'
import { packageSizes } from './sizes.mjs'

const bin = (name) => join(ROOT, 'node_modules', '.bin', name)
const SHOWN = 80

const tool = (command, args) => async () => {
  const child = spawn(bin(command), args, { cwd: ROOT, env: { ...process.env, NO_COLOR: '1' } })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += chunk))
  const code = await new Promise((done) => child.once('close', done))
  if (code !== 0) throw new Remedy(text.trim().split('\n').slice(-SHOWN).join('\n'))
}

const sizes = async () => {
  await buildClient('weapp')
  const { text, tooLarge } = packageSizes()
  if (tooLarge.length > 0) throw new Remedy(tooLarge.join('\n'))
  return text
}

const house = () => {
  const { text, problems } = houseRules()
  if (problems.length > 0) throw new Remedy(problems.join('\n'))
  return text
}

const FOLDERS = ['server', 'shared', 'double', 'miniprogram/src'].filter((folder) => existsSync(join(ROOT, folder)))

const STEPS = [
  ['格式与规范 format and lint', tool('biome', ['check', '--error-on-warnings', '--max-diagnostics=60', '.'])],
  ['类型 types', tool('tsc', ['--noEmit'])],
  ['模块边界 module boundaries', tool('depcruise', ['--config', '.dependency-cruiser.cjs', ...FOLDERS])],
  ['无用代码 unused code', tool('knip', ['--no-progress', '--no-config-hints'])],
  ['约定 house rules', house],
  ['小程序包大小 weapp package sizes', sizes],
]

/** Runs the project's own checks, one after the other, each told as it ends. Answers how many passed and failed. */
export const runChecks = async () => {
  const result = { passed: 0, failed: 0 }
  for (const [name, step] of STEPS) {
    const began = Date.now()
    try {
      const text = await step()
      result.passed++
      console.log(`  ✓ ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)${text ? `: ${text}` : ''}`)
    } catch (error) {
      result.failed++
      console.log(`  ✗ ${name}\n${(error instanceof Remedy ? error.message : String(error.stack ?? error)).replace(/^/gm, '    ')}`)
    }
  }
  return result
}
