import { parseArgs } from 'node:util'
import { type Message, nameOf, type Signal, Stream, signalsOf } from '../server/modules/insight'
import { readInstant, readMessages } from './lib/insight/read-messages'

const USAGE = `npm run insight -- FILE.csv [--until DATE] [--json]

  从一批来信里找出苗头、趋势和普遍问题 finds what stands out among messages.
  列 columns: id,user,title,submitted_at,text[,for,against]; --until: 只看到这一天为止 as if this were the last day.`

const DAY_MS = 24 * 3600 * 1000
const KINDS = { emerging: '苗头', trending: '趋势', widespread: '普遍' } as const

const untilOf = (written: string): Date => {
  const at = readInstant(written)
  if (!at) throw new Error(`看不懂日期 not a date: ${written}`)
  // A day is meant with all its hours.
  return /[:T]/u.test(written) ? at : new Date(at.getTime() + DAY_MS - 1)
}

const round = (value: number): number => Number(value.toPrecision(4))

const present = (signal: Signal, stream: Stream, titles: ReadonlyMap<string, string>) => {
  const messageIds = signal.members.map(({ id }) => id)
  const { kind, people, regions, firstAt, latestAt, raisedAt, support, opposition } = signal
  const name = nameOf(
    messageIds.map((id) => titles.get(id) ?? ''),
    stream.vocabulary,
  )
  const [expected, observed, p] = [round(signal.expected), signal.observed, round(signal.p)]
  return { kind, name, messageIds, people, regions, firstAt, latestAt, raisedAt, support, opposition, expected, observed, p }
}

const findSignals = (messages: readonly Message[]) => {
  const stream = new Stream()
  for (const message of messages) stream.add(message)
  stream.settle()
  const titles = new Map(messages.map(({ id, title, text }) => [id, title || text.slice(0, 30)]))
  return signalsOf(stream).map((signal) => present(signal, stream, titles))
}

const main = (): void => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { until: { type: 'string' }, json: { type: 'boolean', default: false } },
  })
  const [file] = positionals
  if (!file) throw new Error(USAGE)
  const { messages, unread } = readMessages(file)
  if (messages.length === 0) throw new Error(`${file} 里没有能读的来信 has no readable messages\n\n${USAGE}`)
  if (unread > 0) console.error(`${unread} 行没有读 lines were left out: 缺编号、日期或文字 no id, date or words`)
  const until = values.until ? untilOf(values.until) : undefined
  const signals = findSignals(until ? messages.filter(({ at }) => at <= until) : messages)
  if (values.json) console.log(JSON.stringify(signals, null, 1))
  for (const { kind, name, people, messageIds, raisedAt, support, p } of values.json ? [] : signals)
    console.log(`${KINDS[kind]} ${name} · ${people} 人 ${messageIds.length} 件 · 支持 ${support} · ${raisedAt} 提出 · p ${p}`)
}

try {
  main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
