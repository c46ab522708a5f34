import { existsSync, readFileSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { Remedy, ROOT } from './say.mjs'
import { logOf, runLogged } from './steps.mjs'

const MODULES = join(ROOT, 'node_modules')
const GB = 2 ** 30

const packagesIn = (file) => JSON.parse(readFileSync(file, 'utf8')).packages

/** Whether node_modules holds what the lock file names; what is only for other systems may be missing. */
const isInstalled = () => {
  const installed = join(MODULES, '.package-lock.json')
  if (!existsSync(installed)) return false
  const has = packagesIn(installed)
  return Object.entries(packagesIn(join(ROOT, 'package-lock.json'))).every(([path, wanted]) => {
    if (path === '') return true
    const may = wanted.optional || wanted.devOptional || wanted.peer || wanted.extraneous
    return has[path] ? has[path].version === wanted.version : Boolean(may)
  })
}

/** Refuses to begin on a disk that would be full before the end. */
const checkDisk = (needed) => {
  const { bavail, bsize } = statfsSync(ROOT)
  const free = bavail * bsize
  if (free < needed)
    throw new Remedy(
      `磁盘空间不足 Not enough room on the disk: ${(free / GB).toFixed(1)} GB free, ${(needed / GB).toFixed(1)} GB needed. Free some and run the command again.`,
    )
}

/** Installs the npm packages when they are missing or not those of the lock file. */
export const installPackages = async () => {
  if (isInstalled()) return checkDisk(0.3 * GB)
  checkDisk(2 * GB)
  const npm = process.env.npm_execpath ? [process.execPath, [process.env.npm_execpath]] : ['npm', []]
  // Development packages too, also under NODE_ENV=production: the builds need them.
  const args = [...npm[1], 'ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund']
  await runLogged('安装依赖（约 1–2 分钟）Installing npm packages (a minute or two)', npm[0], args, { log: logOf('npm-ci') })
}
