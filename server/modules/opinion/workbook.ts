import { categoryName } from '@shared/cases/categories'
import { KIND_NAMES } from '@shared/cases/words'
import { SUPPRESS_BELOW, type Summary, type Wording } from '@shared/opinion/schemas'

type Cell = string | number
const NAME_WIDTH = 28
const TEXT_WIDTH = 90

const count = (value: number | null): Cell => value ?? `少于${SUPPRESS_BELOW}或不宜公开`
const percent = (value: number | null): Cell => (value === null ? '样本太少' : `${Math.round(value * 100)}%`)

const numberRows = (summary: Summary): Cell[][] => [
  ['地区', summary.regionName],
  ['起止', `${summary.from.slice(0, 10)} 至 ${summary.to.slice(0, 10)}`],
  ['件数', count(summary.total)],
  ['上期件数', count(summary.previous)],
  ['按时办结', percent(summary.closedShare)],
  ['满意', percent(summary.satisfiedShare)],
  ['评价数', count(summary.rated)],
  [],
  ['周（周一）', '件数'],
  ...summary.byWeek.map((row) => [row.week, count(row.count)]),
  [],
  ['类别', '件数', '上期'],
  ...summary.byCategory.map((row) => [row.name, count(row.count), count(row.previous)]),
  [],
  ['地方', '件数', '上期'],
  ...summary.byPlace.map((row) => [row.name, count(row.count), count(row.previous)]),
]

/** Numbers on one sheet, wording on another. Texts are cells of text: nothing in them is computed. */
export const makeWorkbook = async (summary: Summary, wordings: Wording[]): Promise<Buffer> => {
  // Needed now and then, and large: not read at every start.
  const { default: ExcelJS } = await import('exceljs')
  const book = new ExcelJS.Workbook()
  const numbers = book.addWorksheet('数据')
  numbers.columns = [{ width: NAME_WIDTH }, { width: NAME_WIDTH }, { width: NAME_WIDTH }]
  numbers.addRows(numberRows(summary))
  const words = book.addWorksheet('原话')
  words.columns = [
    { header: '周（周一）', key: 'week', width: 14 },
    { header: '种类', key: 'kind', width: 10 },
    { header: '类别', key: 'category', width: 20 },
    { header: '地方', key: 'place', width: NAME_WIDTH },
    { header: '原话（已去除个人信息）', key: 'text', width: TEXT_WIDTH },
  ]
  for (const { week, kind, category, regionName: place, text } of wordings)
    words.addRow({ week, kind: KIND_NAMES[kind], category: categoryName(category), place, text })
  return Buffer.from(await book.xlsx.writeBuffer())
}
