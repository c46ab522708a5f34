import { spawn } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { Remedy, ROOT, say } from './say.mjs'

const TICK_MS = 15_000

/** The last lines of a file, without colours. */
export const tail = (file, lines = 25) => {
  if (!existsSync(file)) return ''
  return stripVTControlCharacters(readFileSync(file, 'utf8')).trim().split('\n').slice(-lines).join('\n')
}

const started = new Set()
process.on('exit', () => {
  for (const child of started) child.kill('SIGKILL')
})

/** Runs a long command with its output in a log, telling that it still works. Throws a Remedy with its last words when it fails. */
export const runLogged = async (label, command, args, { cwd = ROOT, env = {}, log }) => {
  const began = Date.now()
  const elapsed = () => `${Math.round((Date.now() - began) / 1000)} s`
  say(label)
  mkdirSync(dirname(log), { recursive: true })
  const out = openSync(log, 'w')
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', out, out] })
  started.add(child)
  const ticking = setInterval(() => say(`  … ${elapsed()}`), TICK_MS)
  const code = await new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (status, signal) => resolve(signal ?? status))
  })
  clearInterval(ticking)
  started.delete(child)
  closeSync(out)
  if (code === 0) return say(`  完成 done (${elapsed()})`)
  const words = tail(log)
  if (/ENOSPC|No space left/i.test(words))
    throw new Remedy('磁盘已满 The disk is full. Free some space (about 2 GB for a first start) and run the command again.')
  throw new Remedy(`${label}: 失败 failed (${code}). Its last lines, all of them in ${log}:\n${words}`)
}

/** Where a step keeps its log. */
export const logOf = (name) => join(ROOT, '.cache', 'logs', `${name}.log`)
