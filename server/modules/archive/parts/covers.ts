import { dayWords, localDate, timeWords } from '@server/modules/deadlines'
import { DOCKET_PART_NAMES, RETENTION_NAMES } from '@shared/archive/schemas'
import { categoryName } from '@shared/cases/categories'
import { STATUS_NAMES } from '@shared/cases/words'
import type { Block } from '../layout/blocks'
import type { DocketSource } from '../source'
import { form, type Item } from './part'
import { namesOf } from './people'

/** Rows of the index, of which none is longer than this. */
export interface IndexRow {
  title: string
  date: string
  pages: number
  from: number
}

const OUTCOMES: Record<string, string> = { agree: '达成协议', fail: '调解未达成协议', return: '未受理', withdraw: '申请人撤回' }
/** What came of it: the last move that decides it. */
const outcomeOf = ({ doc }: DocketSource): string => {
  const decided = doc.timeline.findLast((entry) => entry.type in OUTCOMES)
  const settled = doc.timeline.some((entry) => entry.type === 'resolve') ? '办结' : STATUS_NAMES[doc.status]
  return OUTCOMES[decided?.type ?? ''] ?? settled
}

const sessionWords = ({ doc }: DocketSource): string =>
  doc.booking && ['confirmed', 'done'].includes(doc.booking.status) ? dayWords(doc.booking.startsAt) : ''

const wordOf = ({ doc }: DocketSource): string => (doc.kind === 'dispute' ? '人民调解卷宗' : '群众事项卷宗')

/** The cover; `pages` are those of the whole docket. */
export const cover = (source: DocketSource, pages: number): Item => {
  const { doc } = source
  return {
    part: 'cover',
    title: DOCKET_PART_NAMES.cover,
    date: '',
    blocks: [
      { kind: 'blank', lines: 2 },
      { kind: 'text', text: source.committee, look: 'centre' },
      { kind: 'title', text: wordOf(source) },
      { kind: 'blank', lines: 1 },
      form([
        ['卷宗编号', source.number ?? '（归档时编号）'],
        ['事项编号', doc.number],
        ['类别', categoryName(doc.category)],
        ['申请人', shortened(namesOf(source, 'applicant'))],
        ['被申请人', shortened(namesOf(source, 'respondent'))],
        ['承办人', doc.owner?.name ?? ''],
        ['登记日期', dayWords(doc.createdAt)],
        ['调解日期', sessionWords(source)],
        ['办结日期', doc.closedAt ? dayWords(doc.closedAt) : ''],
        ['结果', outcomeOf(source)],
        ['归档日期', source.frozenAt ? dayWords(source.frozenAt) : ''],
        ['保管期限', RETENTION_NAMES[source.retention]],
        ['页数', `共 ${pages} 页`],
      ]),
    ],
    attachments: [],
  }
}

const MOST_NAMES = 60
/** The cover is one page, however many take part. */
const shortened = (names: string): string => (names.length > MOST_NAMES ? `${names.slice(0, MOST_NAMES)}…等` : names)

const TITLE_LENGTH = 44
/** The index: what is in it, and on which page it begins. */
export const index = (rows: readonly IndexRow[]): Item => ({
  part: 'index',
  title: DOCKET_PART_NAMES.index,
  date: '',
  blocks: [
    { kind: 'title', text: DOCKET_PART_NAMES.index },
    {
      kind: 'table',
      widths: [42, 208, 100, 46, 46],
      head: ['序号', '材料名称', '日期', '起页', '页数'],
      rows: rows.map(({ title, date, pages, from }, place) => [
        String(place + 1),
        title.length > TITLE_LENGTH ? `${title.slice(0, TITLE_LENGTH - 1)}…` : title,
        date,
        pages > 0 ? String(from) : '—',
        pages > 0 ? String(pages) : '无',
      ]),
    },
  ],
  attachments: [],
})

const MOST_STEPS = 200
/** Notes at the end: the steps that the case took, who made up the file and when. */
export const backCover = (source: DocketSource): Item => {
  const steps = source.doc.timeline.filter((entry) => entry.audience.includes('staff')).slice(-MOST_STEPS)
  const by = (entry: (typeof steps)[number]) => (entry.by.side === 'staff' ? entry.by.name : entry.by.side === 'system' ? '系统' : '当事人')
  const made: Block = form([
    ['立卷单位', source.committee],
    ['立卷人', source.doc.owner?.name ?? ''],
    ['立卷日期', source.frozenAt ? dayWords(source.frozenAt) : '（归档时填写）'],
    ['说明', '本卷由系统按办理过程自动形成。归档后只能补充，不能修改；补充材料另行编目。'],
  ])
  return {
    part: 'backCover',
    title: DOCKET_PART_NAMES.backCover,
    date: source.frozenAt ? localDate(source.frozenAt) : '',
    blocks: [
      { kind: 'title', text: '卷内备考表' },
      made,
      { kind: 'heading', text: '办理经过' },
      {
        kind: 'table',
        widths: [110, 92, 240],
        head: ['时间', '经办', '事项'],
        rows: steps.map((entry) => [timeWords(entry.at), by(entry), entry.text]),
      },
    ],
    attachments: [],
  }
}
