import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { parse } from 'csv-parse/sync'
import { learnFromFile, type Sample } from '../server/modules/understanding'
import { connect, disconnect, ensureIndexes } from '../server/platform/database'
import { LabelMap } from '../shared/understanding/schemas'
import { openDatabase } from './lib/database.mjs'

const USAGE = `npm run train -- [FILE.csv] [options]

  CSV 列 columns: category,text
  --map labels.json   文件里的类别在这里叫什么 what the file's labels are called here: {"label": "category code"};
                      没有列出、也不是本系统代码的类别不会被推荐 other labels propose nothing
  --corrected         一并学习工作人员改过类别的事项 learns from the cases that staff have put right, too
  --no-activate       只保存，不启用 keeps the model without using it
  --uri URI           数据库 the database; MONGODB_URI, or the one that npm start uses`

const readSamples = (file: string): Sample[] => {
  const rows = parse(readFileSync(file), { columns: true, bom: true, skip_empty_lines: true }) as Record<string, string>[]
  const samples = rows.flatMap(({ category, text }) => (category && text ? [{ label: category, text }] : []))
  if (samples.length === 0) throw new Error(`${file} 里没有 category,text 两列 has no columns category,text`)
  return samples
}

const readMap = (file: string | undefined): Record<string, string> => {
  if (file === undefined) return {}
  const result = LabelMap.safeParse(JSON.parse(readFileSync(file, 'utf8')))
  if (result.success) return result.data
  const wrong = result.error.issues.map((issue) => issue.path.join('.')).join('、')
  throw new Error(`${file}: 没有这样的类别代码 no such category code: ${wrong}`)
}

const readArguments = () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      map: { type: 'string' },
      corrected: { type: 'boolean', default: false },
      'no-activate': { type: 'boolean', default: false },
      uri: { type: 'string' },
    },
  })
  const [file] = positionals
  if (positionals.length > 1 || (file === undefined && !values.corrected)) throw new Error(USAGE)
  return {
    samples: file === undefined ? [] : readSamples(file),
    map: readMap(values.map),
    corrected: values.corrected,
    activate: !values['no-activate'],
    uri: values.uri,
  }
}

const round = (value: number | null): number | null => (value === null ? null : Math.round(value * 10_000) / 10_000)

const main = async (): Promise<void> => {
  const { uri, ...options } = readArguments()
  const database = await openDatabase(uri)
  try {
    await connect(database.uri)
    await ensureIndexes()
    const { stored } = await learnFromFile(options)
    const proposing = new Set(stored.codes.map(({ label }) => label))
    const figures = {
      version: stored.version,
      active: options.activate,
      messages: stored.messages,
      corrected: stored.corrected,
      labels: stored.labels.length,
      // These are learned so as to be told apart, and never proposed.
      withoutCategory: stored.labels.filter((label) => !proposing.has(label)),
      heldOut: { macroF1: round(stored.macroF1), accuracy: round(stored.accuracy) },
      bytes: stored.bytes.length,
    }
    console.log(JSON.stringify(figures, null, 2))
  } finally {
    await disconnect()
    await database.stop()
  }
}

main().catch((error: NodeJS.ErrnoException) => {
  const help = error.code?.startsWith('ERR_PARSE_ARGS') ? `\n\n${USAGE}` : ''
  console.error(`${error.message}${help}`)
  process.exitCode = 1
})
