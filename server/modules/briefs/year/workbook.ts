import type { YearOfWork } from '@shared/briefs/schemas'
import { BRIEF_LEVEL_NAMES, BRIEF_LEVELS } from '@shared/briefs/words'
import type ExcelJS from 'exceljs'

const BY = { member: '委员', group: '委组' } as const
const NAME_WIDTH = 24
const NUMBER_WIDTH = 12

const HEADS = ['提交', '联名', '立案', '采用', ...BRIEF_LEVELS.map((level) => `${BRIEF_LEVEL_NAMES[level]}采用`), '得到批示', '协商议题']
const NOTES = [
  '提交：本人提交的信息，按首次提交的年份计；撤回的不计。',
  '联名：在他人提交的信息上签名，按签名的年份计；本委组写的不重复计。',
  '立案、采用：本人的信息首次立案、首次被采用的年份；各级采用每篇每级计一次。',
  '得到批示：本人的信息中，当年得到领导批示的篇数。',
  '协商议题：当年提出的议题中，本人提出或牵头的件数。',
]

const rowOf = (row: YearOfWork['rows'][number]) => [
  row.name,
  row.submitted,
  row.signed,
  row.accepted,
  row.adopted,
  ...row.levels,
  row.instructed,
  row.consultations,
]

const headed = (book: ExcelJS.Workbook, name: string, heads: string[]): ExcelJS.Worksheet => {
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }] })
  sheet.columns = heads.map((header, i) => ({ header, width: i === 0 ? NAME_WIDTH : NUMBER_WIDTH }))
  sheet.getRow(1).font = { bold: true }
  return sheet
}

/** A year of work as tables: one of people or groups, one of months, and what the numbers mean. */
export const makeYearBook = async (year: YearOfWork): Promise<Buffer> => {
  const { default: Excel } = await import('exceljs')
  const book = new Excel.Workbook()
  const work = headed(book, `按${BY[year.by]}`, [BY[year.by], ...HEADS])
  work.addRows(year.rows.map(rowOf))
  const months = headed(book, '按月', ['月份', '提交', '采用'])
  months.addRows(year.byMonth.map(({ month, submitted, adopted }) => [month, submitted, adopted]))
  const notes = book.addWorksheet('说明')
  notes.columns = [{ width: 80 }]
  notes.addRows([[`${year.regionName} ${year.year}年社情民意信息工作`], [], ...NOTES.map((note) => [note])])
  return Buffer.from(await book.xlsx.writeBuffer())
}
