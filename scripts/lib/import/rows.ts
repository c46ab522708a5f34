import { createHash } from 'node:crypto'
import { CsvError, parse } from 'csv-parse/sync'
import type { CaseKind } from '../../../shared/cases/words'

/** A problem of the whole run, with what to do about it; those of single rows are counted instead. */
export class ImportError extends Error {
  override name = 'ImportError'
}

/** What is sent for one row, and the key that makes it happen once. */
export interface Submission {
  row: number
  id: string
  key: string
  body: {
    kind: CaseKind
    regionCode: string
    title?: string
    text: string
    submittedAt?: string
    opinionUse: boolean
    onBehalfOf: { name: string; ref: string }
  }
}
export interface Rejection {
  row: number
  id: string
  reason: string
}
export interface RowOptions {
  kind: CaseKind
  regionCode: string
  /** Whether the writers agreed that their wording is used for social opinion. */
  opinionUse: boolean
  limit?: number
}

const TITLE = 60
const TEXT = 5000
const NAME = 40
const REF = 64
/** The files give China's time without saying so. */
const ZONE = '+08:00'

/** UTF-8, or GB 18030 as spreadsheets here write it. */
const decode = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** Cut between characters, so that it fits with the ellipsis. */
const shorten = (text: string, most: number): string => {
  if (text.length <= most) return text
  let short = ''
  for (const letter of text) {
    if (short.length + letter.length > most - 1) break
    short += letter
  }
  return `${short}…`
}

const WRITTEN = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,6})?)?)?(Z|[+-]\d{2}:\d{2})?$/
const two = (text: string | undefined): string => (text ?? '0').padStart(2, '0')

/** `2019/11/22 10:51:11`, `2019-11-22`, or ISO 8601, as an instant with offset; undefined for what is none. */
export const toInstant = (text: string): string | undefined => {
  const match = WRITTEN.exec(text.trim())
  if (!match) return undefined
  const [, year, month, day, hour, minute, second, zone] = match
  const date = `${year}-${two(month)}-${two(day)}`
  const time = `${two(hour)}:${two(minute)}:${two(second)}`
  const utc = new Date(`${date}T${time}Z`)
  // Days that the month does not have are moved into the next by some engines and refused by others.
  if (Number.isNaN(utc.getTime()) || utc.toISOString().slice(0, 10) !== date) return undefined
  return `${date}T${time}${zone ?? ZONE}`
}

const clean = (value: string | undefined): string => (value ?? '').trim()

/** How many rows stand above the first record. */
const HEADER_ROWS = 1

type Record = Readonly<Partial<{ [column: string]: string }>>

const toSubmission = (record: Record, row: number, options: RowOptions): Submission | Rejection => {
  const { kind, regionCode, opinionUse } = options
  const [user, title, text] = [clean(record.user), clean(record.title), clean(record.text)]
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([user, title, text, record.submitted_at]))
    .digest('hex')
    .slice(0, 24)
  const id = clean(record.id) || fingerprint
  const reject = (reason: string): Rejection => ({ row, id, reason })
  if (text === '') return reject('正文为空 the text is empty')
  if (text.length > TEXT) return reject(`正文超过 ${TEXT} 字 the text is longer than ${TEXT}`)
  if (user === '') return reject('没有留言人 the writer is missing')
  if (user.length > REF) return reject(`留言人超过 ${REF} 字 the writer is longer than ${REF}`)
  const submittedAt = record.submitted_at === undefined ? undefined : toInstant(record.submitted_at)
  if (record.submitted_at !== undefined && !submittedAt) return reject(`看不懂的时间 not a time: ${record.submitted_at.slice(0, 30)}`)
  const key = /^[\w.-]{1,100}$/.test(id) ? id : fingerprint
  return {
    row,
    id,
    key: `import-${key}`,
    body: {
      kind,
      regionCode,
      ...(title === '' ? {} : { title: shorten(title, TITLE) }),
      text,
      ...(submittedAt ? { submittedAt } : {}),
      opinionUse,
      onBehalfOf: { name: shorten(user, NAME), ref: user },
    },
  }
}

/** A stray quote is read as one. What cannot be read, such as the rest of a file after a quote that is never closed, is left out and named. */
const read = (bytes: Uint8Array): { records: { row: number; record: Record }[]; unreadable: Rejection[] } => {
  const unreadable: Rejection[] = []
  const rowOf = (records: number): number => records + unreadable.length + HEADER_ROWS
  try {
    const records: { row: number; record: Record }[] = parse(decode(bytes), {
      columns: (names: string[]) => names.map((name) => name.trim().toLowerCase()),
      bom: true,
      skip_empty_lines: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_records_with_error: true,
      on_skip: (error) => {
        if (error) unreadable.push({ row: rowOf(Number(error.records) + 1), id: '', reason: `看不懂这一行 not a row: ${error.message}` })
        return undefined
      },
      on_record: (record: Record, { records: count }) => ({ row: rowOf(count), record }),
    })
    return { records, unreadable }
  } catch (error) {
    if (error instanceof CsvError) throw new ImportError(`这不是可用的 CSV not a usable CSV file: ${error.message}`)
    throw error
  }
}

/** The rows of a file of messages, as they are to be sent. Row 1 is the header. */
export const readRows = (bytes: Uint8Array, options: RowOptions): { submissions: Submission[]; rejected: Rejection[]; total: number } => {
  const { records, unreadable } = read(bytes)
  const [first] = records
  if (!first && unreadable.length > 0) throw new ImportError(`这不是可用的 CSV not a usable CSV file: ${unreadable[0]?.reason}`)
  if (!first) throw new ImportError('文件里没有数据行 the file has no rows')
  for (const column of ['user', 'text'])
    if (!(column in first.record))
      throw new ImportError(`缺少列 a column is missing: ${column}. Needed: user, text; known: id, title, submitted_at`)
  const rows = records.slice(0, options.limit).map(({ record, row }) => toSubmission(record, row, options))
  return {
    submissions: rows.filter((row): row is Submission => 'key' in row),
    rejected: [...unreadable, ...rows.filter((row): row is Rejection => 'reason' in row)].sort((one, other) => one.row - other.row),
    total: rows.length + unreadable.length,
  }
}
