import { createWriteStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { type Config, readConfig } from '../server/config'
import { exportDocket, listDockets } from '../server/modules/archive'
import { useTimeZone } from '../server/modules/deadlines'
import { configureIdentity } from '../server/modules/identity'
import { warmRegions } from '../server/modules/regions'
import { connect, disconnect, ensureIndexes } from '../server/platform/database'
import { configureFiles } from '../server/platform/files'
import type { DocketView } from '../shared/archive/schemas'
import { openDatabase } from './lib/database.mjs'

const USAGE = `npm run docket -- CASE_NUMBER --out DIR [--uri mongodb://…]
npm run docket -- --list

  把一件事的卷宗写成 Word 和 ZIP writes a case's file as docket.docx and docket.zip into DIR
  --list 列出最近归档的卷宗 lists the files that were archived last
  数据库 database: --uri, MONGODB_URI, or what npm start keeps (running or not)`

const SHOWN = 20
const away = () => Promise.reject(new Error('WeChat is not needed here'))
const configure = ({ timeZone, tokenSecret, dataKey }: Config): void => {
  useTimeZone(timeZone)
  configureFiles({ secret: tokenSecret })
  configureIdentity({ tokenSecret, dataKey, wechat: { exchangeCode: away, phoneNumber: away, miniProgramCode: away } })
}

const show = ({ number, caseNumber, items, pages, supplements }: DocketView): void => {
  console.log(`事项 case ${caseNumber}  卷宗 file ${number ?? '（未归档 not yet archived）'}  共 ${pages} 页 pages`)
  for (const { title, date, present, from, pages: own } of items)
    console.log(
      `  ${present ? `${String(from).padStart(4)}  ${String(own).padStart(3)} 页` : '   —    — 页'}  ${title}${date ? `  ${date}` : ''}`,
    )
  if (supplements.length > 0) console.log(`  补充材料 supplements: ${supplements.length}`)
}

const write = async (number: string, dir: string): Promise<void> => {
  const file = await exportDocket(number)
  if (!file) throw new Error(`没有这个事项编号 No case has the number ${number}`)
  mkdirSync(dir, { recursive: true })
  const [word, zip] = [join(dir, 'docket.docx'), join(dir, 'docket.zip')]
  await pipeline(file.document, createWriteStream(word))
  await pipeline(file.zip, createWriteStream(zip))
  show(file.view)
  console.log(`✓ ${word}\n✓ ${zip}`)
}

const list = async (): Promise<void> => {
  for (const { number, caseNumber, title } of await listDockets(SHOWN)) console.log(`${caseNumber}  ${number}  ${title}`)
}

const readArguments = () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { out: { type: 'string' }, uri: { type: 'string' }, list: { type: 'boolean', default: false } },
  })
  const [number, ...more] = positionals
  const { out, uri } = values
  if (values.list) return { uri, work: list }
  if (!number || !out || more.length > 0) throw new Error(USAGE)
  return { uri, work: () => write(number, out) }
}

const main = async (): Promise<void> => {
  const { uri, work } = readArguments()
  const database = await openDatabase(uri)
  try {
    const config = readConfig({ ...process.env, MONGODB_URI: database.uri })
    await connect(config.mongoUri)
    await ensureIndexes()
    configure(config)
    await warmRegions()
    await work()
  } finally {
    await disconnect()
    await database.stop()
  }
}

main().catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})
