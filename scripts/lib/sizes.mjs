import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './say.mjs'

const MB = 2 ** 20
const MAIN_LIMIT = 1.5 * MB
const SUB_LIMIT = MB
const kb = (bytes) => `${Math.round(bytes / 1024)} KB`

const sizeOf = (path) =>
  statSync(path).isFile() ? statSync(path).size : readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0)

/** Sizes of the weapp build's packages against our limits (WeChat's own is 2 MB each). */
export const packageSizes = () => {
  const dist = join(ROOT, 'miniprogram', 'dist', 'weapp')
  const manifest = join(dist, 'app.json')
  if (!existsSync(manifest)) throw new Error('there is no weapp build')
  const app = JSON.parse(readFileSync(manifest, 'utf8'))
  const roots = (app.subPackages ?? app.subpackages ?? []).map(({ root }) => root.replace(/\/$/, ''))
  const subs = roots
    .filter((root) => existsSync(join(dist, root)))
    .map((root) => ({ name: root, bytes: sizeOf(join(dist, root)), limit: SUB_LIMIT }))
  const main = { name: 'main', bytes: sizeOf(dist) - subs.reduce((sum, { bytes }) => sum + bytes, 0), limit: MAIN_LIMIT }
  const all = [main, ...subs]
  return {
    text: all.map(({ name, bytes }) => `${name} ${kb(bytes)}`).join(' · '),
    tooLarge: all
      .filter(({ bytes, limit }) => bytes > limit)
      .map(({ name, bytes, limit }) => `${name} has ${kb(bytes)}, at most ${kb(limit)} allowed`),
  }
}
