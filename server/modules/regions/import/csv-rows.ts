import { InvalidInput } from '@server/platform/errors'
import { CsvError, parse } from 'csv-parse/sync'
import { cutCode } from '../codes'
import { checkName, type ImportRow, type Rejection } from './row'

const records = (content: string): string[][] => {
  try {
    return parse(content, { bom: true, relax_column_count: true, skip_empty_lines: false, trim: true })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw InvalidInput.field('content', 'invalid_csv', `不是有效的 CSV（第 ${error.lines ?? '?'} 行附近）`)
  }
}

/** Rows of a CSV whose header names `code` and `name`; other columns are left alone. Throws InvalidInput without them. */
export const csvRows = (content: string): { rows: ImportRow[]; rejected: Rejection[] } => {
  const [header = [], ...lines] = records(content)
  const columns = header.map((title) => title.toLowerCase())
  const [codeAt, nameAt] = [columns.indexOf('code'), columns.indexOf('name')]
  if (codeAt < 0 || nameAt < 0) throw InvalidInput.field('content', 'invalid_header', '第一行应当是表头：code,name')
  const rows: ImportRow[] = []
  const rejected: Rejection[] = []
  lines.forEach((cells, index) => {
    const row = index + 2
    if (cells.every((cell) => cell === '')) return
    const cut = cutCode(cells[codeAt] ?? '')
    const checked = checkName(cells[nameAt])
    if (!cut) rejected.push({ row, reason: '代码应当是 2、4、6、9、12 或 15 位数字' })
    else if ('reason' in checked) rejected.push({ row, reason: checked.reason })
    else rows.push({ row, code: cut.code, name: checked.name })
  })
  return { rows, rejected }
}
