import { spawn } from 'node:child_process'
import { mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { stopProcess } from './processes.mjs'
import { ROOT } from './say.mjs'

/** Starts one of our own programs as a child which ends when we do. `log`: file for its output; without one it shows it. */
export const startChild = (program, { env, log }) => {
  if (log) mkdirSync(dirname(log), { recursive: true })
  const out = log ? openSync(log, 'w') : 'inherit'
  const follow = new URL('./follow-parent.mjs', import.meta.url).href
  // In a group of its own: Ctrl-C reaches it through stop(), in the right order.
  const child = spawn(process.execPath, ['--enable-source-maps', '--import', follow, program], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', out, out, 'ipc'],
    detached: true,
  })
  let gone = false
  const exited = new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? code))
    child.once('error', (error) => resolve(error.message))
  }).then((how) => {
    gone = true
    return how
  })
  return {
    pid: child.pid,
    exited,
    message: new Promise((resolve) => child.once('message', resolve)),
    stop: () => (gone ? undefined : stopProcess(child.pid, exited)),
    get gone() {
      return gone
    },
  }
}
