import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { run } from './system.mjs'

/** The command line of a process; empty when it is gone. */
export const commandOf = (pid) => {
  if (!existsSync('/proc/self')) return run('ps', ['-o', 'command=', '-p', String(pid)]).text.trim()
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
  } catch {
    return ''
  }
}

/** Whether process `pid` runs and its command line has `word` in it (so that a reused pid is not mistaken for it). */
export const isAlive = (pid, word) => commandOf(pid).includes(word)

const exists = (pid) => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Asks a process to end and waits; forces it after `ms`. `exited` is its exit promise when it is a child of ours. */
export const stopProcess = async (pid, exited, ms = 20_000) => {
  if (!exists(pid)) return
  process.kill(pid, 'SIGTERM')
  let ended = false
  exited?.then(() => {
    ended = true
  })
  for (const end = Date.now() + ms; Date.now() < end; await sleep(30)) if (ended || !exists(pid)) return
  if (exists(pid)) process.kill(pid, 'SIGKILL')
  await exited
}

const parentOf = (pid) => {
  try {
    return Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1])
  } catch {
    return undefined
  }
}

/** Calls back when the process that started this one is gone, or the one behind its shell (npm starts commands through one). */
export const whenOrphaned = (callback) => {
  const parent = process.ppid
  const behind = commandOf(parent).startsWith('sh -c') ? parentOf(parent) : undefined
  const watch = setInterval(() => {
    if (process.ppid === parent && (behind === undefined || parentOf(parent) === behind)) return
    clearInterval(watch)
    callback()
  }, 500)
  watch.unref()
}
