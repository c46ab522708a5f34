import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { parse } from 'csv-parse/sync'
import { deidentify } from '../server/modules/understanding/deidentify'
import { measureRecall, measureTouched } from '../tests/server/understanding/deidentify-measure'
import { HARMLESS, LABELLED } from '../tests/server/understanding/deidentify-set'

const USAGE = `npm run eval:deidentify -- [--speed FILE.csv]

  去标识：项目自己的句子上的召回率与误伤率 measures on the project's own lines what goes and what stays. Prints JSON; ends
  with 1 when a bound is broken. With --speed, a file with a column text, its messages per second are told, too.`

const NUMBERS = 0.99
const NAMES = 0.9
const TOUCHED = 0.03
const MS = 1000

const round = (value: number): number => Math.round(value * 10_000) / 10_000

const speedOn = (texts: string[]): number => {
  deidentify('先把词典读进来')
  const began = performance.now()
  for (const text of texts) deidentify(text)
  return Math.round((texts.length * MS) / (performance.now() - began))
}

const textsOf = (file: string): string[] => {
  const rows = parse(readFileSync(file), { columns: true, bom: true, skip_empty_lines: true }) as Record<string, string>[]
  return rows.flatMap(({ text }) => (text ? [text] : []))
}

const readArguments = (): { speed?: string } => {
  try {
    return parseArgs({ options: { speed: { type: 'string' } } }).values
  } catch {
    throw new Error(USAGE)
  }
}

const main = (): void => {
  const values = readArguments()
  const recall = measureRecall()
  const harmless = measureTouched()
  const kinds = Object.entries(recall).map(([kind, one]) => [
    kind,
    { ...one, recall: round(one.recall), atLeast: kind === 'name' ? NAMES : NUMBERS },
  ])
  const own = [...HARMLESS, ...Object.values(LABELLED).flat()]
  const figures = {
    recall: Object.fromEntries(kinds),
    harmless: { ...harmless, share: round(harmless.share), atMost: TOUCHED },
    messagesPerSecond: speedOn(values.speed ? textsOf(values.speed) : own),
  }
  console.log(JSON.stringify(figures, null, 2))
  const isShort = Object.entries(recall).some(([kind, one]) => one.recall < (kind === 'name' ? NAMES : NUMBERS))
  if (isShort || harmless.share > TOUCHED) process.exitCode = 1
}

try {
  main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
