import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { Remedy, say, warn } from './say.mjs'

/** The path of a program on PATH, or undefined. */
export const which = (program) => {
  for (const dir of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(dir, program)
    try {
      accessSync(path, constants.X_OK)
      return path
    } catch {
      // not in this folder
    }
  }
}

/** Runs a program to its end; answers what it said. Never throws for a bad exit. */
export const run = (command, args, options = {}) => {
  const done = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 64 * 2 ** 20, ...options })
  const text = `${done.stdout ?? ''}${done.stderr ?? ''}`
  return { ok: done.status === 0, status: done.status, text: done.error ? `${text}${done.error.message}` : text }
}

const mayInstall = () => process.getuid?.() === 0 && which('apt-get') !== undefined
let listsAreFresh = false

/**
 * Installs system packages through apt-get where that is allowed.
 * Answers whether they are there now; where it may not, says what to install.
 */
export const installSystem = (packages, why) => {
  if (!mayInstall()) {
    warn(
      `需要系统软件包 System packages needed (${why}): ${packages.join(' ')}. Install them, e.g. sudo apt-get install ${packages.join(' ')}`,
    )
    return false
  }
  say(`安装系统软件包 Installing ${packages.join(' ')} (${why})`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const install = () => run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { env })
  if (!listsAreFresh) {
    run('apt-get', ['update'], { env })
    listsAreFresh = true
  }
  const done = install()
  if (!done.ok) warn(`apt-get could not install ${packages.join(' ')}: ${done.text.trim().split('\n').slice(-3).join(' | ')}`)
  return done.ok
}

/** Refuses a Node that is too old, before anything else is tried. */
export const checkNode = () => {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  throw new Remedy(
    `Node ${process.versions.node} 版本过低 is too old: install Node 20.19 or newer (https://nodejs.org), then run the command again.`,
  )
}
