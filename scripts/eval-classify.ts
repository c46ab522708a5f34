import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { parse } from 'csv-parse/sync'
import { evaluate, guess, packModel, type Sample, trainModel, unpackModel } from '../server/modules/understanding'

const USAGE = `npm run eval:classify -- --train A.csv --test B.csv

  学 A、考 B：分类的准确率 learns from A, is asked about B; both have the columns category,text. Prints JSON.`

const MS = 1000

const readSamples = (file: string): Sample[] => {
  const rows = parse(readFileSync(file), { columns: true, bom: true, skip_empty_lines: true }) as Record<string, string>[]
  const samples = rows.flatMap(({ category, text }) => (category && text ? [{ label: category, text }] : []))
  if (samples.length === 0) throw new Error(`${file} 里没有 category,text 两列 has no columns category,text`)
  return samples
}

const round = (value: number): number => Math.round(value * 10_000) / 10_000

const main = (): void => {
  const { values } = parseArgs({ options: { train: { type: 'string' }, test: { type: 'string' } } })
  if (!values.train || !values.test) throw new Error(USAGE)
  const [known, asked] = [readSamples(values.train), readSamples(values.test)]
  const began = performance.now()
  const bytes = packModel(trainModel(known))
  const trained = performance.now()
  // What is measured is what a deployment loads.
  const model = unpackModel(bytes)
  for (const { text } of asked.slice(0, 50)) guess(model, text)
  const asking = performance.now()
  const guesses = asked.map(({ text }) => guess(model, text)[0]?.label ?? '')
  const answered = performance.now()
  const { accuracy, macroF1, classes } = evaluate(asked, guesses)
  const figures = {
    accuracy: round(accuracy),
    macroF1: round(macroF1),
    classes: classes.map(({ label, messages, precision, recall, f1 }) => ({
      category: label,
      messages,
      precision: round(precision),
      recall: round(recall),
      f1: round(f1),
    })),
    trainedOn: known.length,
    testedOn: asked.length,
    modelBytes: bytes.length,
    trainingSeconds: round((trained - began) / MS),
    msPerMessage: round((answered - asking) / asked.length),
  }
  console.log(JSON.stringify(figures, null, 2))
}

try {
  main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
