import { dateWords, localDate, timeWords } from '@server/modules/deadlines'
import { FOLLOW_UP_METHOD_NAMES, FOLLOW_UP_RESULT_NAMES } from '@shared/feedback/schemas'
import { JUDICIAL_STATE_NAMES, OBLIGATION_STATE_NAMES } from '@shared/obligations/schemas'
import type { Block } from '../layout/blocks'
import { type DocketSource, SIDE_NAMES, type SourceFollowUp, type SourceObligation } from '../source'
import { moneyWords } from '../words'
import { paperItems } from './papers'
import { fileBlocks, form, type Item } from './part'

const named = (names: Record<string, string>, code: string): string => names[code] ?? code

const promiseRow = (one: SourceObligation): string[] => [
  one.parts > 1 ? `${one.what}（第${one.part}期，共${one.parts}期）` : one.what,
  `${one.from} → ${one.to}`,
  one.amountCents === null ? '—' : moneyWords(one.amountCents),
  one.dueOn,
  [one.past ? '原协议' : '', named(OBLIGATION_STATE_NAMES, one.state), one.doneAt ? localDate(one.doneAt) : '', one.note]
    .filter(Boolean)
    .join('\n'),
]

/** What was promised, whether it was kept, and the proofs. */
export const performance = ({ obligations }: DocketSource): Item[] => {
  if (obligations.length === 0) return []
  const proofs = obligations.flatMap((one) => one.files.map((file) => ({ file, of: one.what })))
  const files = proofs.map(({ file }) => file)
  const done = obligations.flatMap((one) => one.doneAt ?? [])
  return [
    {
      part: 'performance',
      title: '履行情况记录',
      date: done.length > 0 ? localDate(new Date(Math.max(...done.map((at) => at.getTime())))) : '',
      blocks: [
        { kind: 'title', text: '履行情况记录' },
        {
          kind: 'table',
          widths: [108, 62, 82, 96, 94],
          head: ['约定事项', '由谁向谁', '金额', '期限', '情况'],
          rows: obligations.map(promiseRow),
        },
        ...fileBlocks(files, (index) => `履行凭证${index + 1}　${proofs[index]?.of.slice(0, 20)}`),
      ],
      attachments: files,
    },
  ]
}

const visitBlocks = (visit: SourceFollowUp): Block[] => [
  { kind: 'heading', text: `第${visit.round}次回访` },
  form([
    ['时间', timeWords(visit.doneAt)],
    ['方式', named(FOLLOW_UP_METHOD_NAMES, visit.method)],
    ['回访人', visit.by],
    ['结果', named(FOLLOW_UP_RESULT_NAMES, visit.result)],
    ['记录', visit.note],
    ...visit.answers.map(
      ({ side, result, note, at }) =>
        [`${SIDE_NAMES[side]}答复`, [named(FOLLOW_UP_RESULT_NAMES, result), note, timeWords(at)].filter(Boolean).join('；')] as const,
    ),
  ]),
]

const confirmation = ({ doc }: DocketSource): Block[] => {
  const entry = doc.timeline.findLast((one) => one.type === 'confirm')
  if (!entry) return []
  const how = entry.by.side === 'system' ? '申请人在期限内没有提出异议，视为确认' : '申请人已确认办结'
  return [{ kind: 'text', text: `${how}（${timeWords(entry.at)}）。` }]
}

/** The visits and calls after closing, and the applicant's word. */
export const followUp = (source: DocketSource): Item[] => {
  const blocks = [...confirmation(source), ...source.followUps.flatMap(visitBlocks)]
  if (blocks.length === 0) return []
  const latest = source.followUps.at(-1)?.doneAt ?? source.doc.closedAt
  const head: Block = { kind: 'title', text: '回访记录' }
  return [{ part: 'followUp', title: '回访记录', date: latest ? localDate(latest) : '', blocks: [head, ...blocks], attachments: [] }]
}

const course = ({ judicial }: DocketSource): Item[] =>
  judicial && judicial.state !== 'open'
    ? [
        {
          part: 'judicial',
          title: '司法确认情况',
          date: '',
          blocks: [
            { kind: 'title', text: '司法确认情况' },
            form([
              ['管辖法院', judicial.court],
              ['申请期限', dateWords(judicial.lastDay)],
              ['情况', named(JUDICIAL_STATE_NAMES, judicial.state)],
              ['法院案号', judicial.courtNumber],
            ]),
          ],
          attachments: [],
        },
      ]
    : []

/** The joint application to the court, and what became of it. */
export const judicial = (source: DocketSource): Item[] => [...paperItems(source, 'judicial', ['judicial']), ...course(source)]
