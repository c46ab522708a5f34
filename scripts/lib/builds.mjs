import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './say.mjs'
import { logOf, runLogged } from './steps.mjs'

const SOURCES = [
  'miniprogram/src',
  'miniprogram/config',
  'miniprogram/babel.config.js',
  'miniprogram/.browserslistrc',
  'shared',
  'project.config.json',
  'package-lock.json',
]
const RESULT = { h5: 'index.html', weapp: 'app.json' }

const filesUnder = (path) => {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)))
}

const hashOfSources = () => {
  const hash = createHash('sha256')
  for (const source of SOURCES)
    for (const file of filesUnder(join(ROOT, source))) hash.update(file.slice(ROOT.length)).update(readFileSync(file))
  return hash.digest('hex')
}

/** Builds the mini-program for `h5` or `weapp`, unless its sources are those of the last build. */
export const buildClient = async (type) => {
  const out = join(ROOT, 'miniprogram', 'dist', type)
  const stamp = join(ROOT, '.cache', `build-${type}.stamp`)
  const hash = hashOfSources()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash && existsSync(join(out, RESULT[type]))) return false
  // Without its stamp a build that is cut short counts as none.
  rmSync(stamp, { force: true })
  rmSync(out, { recursive: true, force: true })
  const cli = join(ROOT, 'node_modules', '@tarojs', 'cli', 'bin', 'taro')
  const label = type === 'h5' ? '构建网页端 Building the h5 app' : '构建小程序 Building the WeChat mini-program'
  await runLogged(label, process.execPath, [cli, 'build', '--type', type], {
    cwd: join(ROOT, 'miniprogram'),
    env: { NODE_ENV: 'production', BROWSERSLIST_IGNORE_OLD_DATA: '1' },
    log: logOf(`build-${type}`),
  })
  if (!existsSync(join(out, RESULT[type]))) throw new Error(`The ${type} build made no ${RESULT[type]}; see ${logOf(`build-${type}`)}`)
  mkdirSync(join(ROOT, '.cache'), { recursive: true })
  writeFileSync(stamp, hash)
  return true
}
