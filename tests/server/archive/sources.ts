import type { DocketSource } from '@server/modules/archive/source'
import type { Case, TimelineEntry } from '@server/modules/cases'
import { ObjectId } from '@server/platform/database'
import type { FileRef } from '@server/platform/files'

const at = (day: number) => new Date(Date.UTC(2026, 2, day, 2, 30))
const entry = (day: number, type: string, text: string): TimelineEntry => ({
  at: at(day),
  type,
  by: { personId: 'm', name: '周和', side: 'staff' },
  text,
  audience: ['applicant', 'staff'],
})

const aDoc = (over: Partial<Case>): Case =>
  ({
    _id: new ObjectId(),
    number: '2603-000123-4',
    kind: 'dispute',
    category: 'neighbour.leak',
    title: '雨棚排水',
    text: '邻居加盖的雨棚把水排到我家院墙，墙脚一直泡着，说了几次没有谈拢。',
    status: 'archived',
    regionCode: '880101001001001',
    address: '桥头村三组路口',
    files: [],
    audio: null,
    owner: { type: 'person', id: 'm', name: '周和', role: 'mediator' },
    parties: [
      { id: 'a', side: 'applicant', part: 'party', personId: 'pa', accepted: true },
      { id: 'r', side: 'respondent', part: 'party', personId: 'pr', accepted: true },
    ],
    filedBy: 'pa',
    questions: [],
    timeline: [entry(1, 'accept', '已受理'), entry(9, 'agree', '双方达成一致'), entry(20, 'confirm', '已确认办结')],
    booking: null,
    closedAt: at(20),
    createdAt: at(1),
    ...over,
  }) as Case

/** All that goes into a docket, made up; `doc` replaces parts of the case. */
export const aSource = (over: Partial<DocketSource> = {}, doc: Partial<Case> = {}): DocketSource => ({
  doc: aDoc(doc),
  committee: '桥头村人民调解委员会',
  regionName: '平安市东河县柳溪镇桥头村',
  names: new Map([
    ['pa', '李明'],
    ['pr', '钱大海'],
  ]),
  papers: [],
  obligations: [],
  judicial: null,
  followUps: [],
  number: null,
  retention: 'long',
  frozenAt: null,
  ...over,
})

/** A name as somebody might draw it. */
export const STROKES = [
  [100, 200, 300, 220, 500, 180, 700, 240],
  [400, 100, 380, 400, 300, 700, 150, 880],
  [500, 500, 650, 650, 850, 900],
]

export const aPaper = (over: Partial<DocketSource['papers'][number]> = {}): DocketSource['papers'][number] => ({
  kind: 'agreement',
  title: '人民调解协议书',
  number: '（2026）880101001001民调协字第0001号',
  effectiveAt: at(9),
  digest: 'a'.repeat(64),
  paragraphs: [
    { style: 'title', text: '人民调解协议书', strokes: [] },
    { style: 'note', text: '（2026）880101001001民调协字第0001号', strokes: [] },
    { style: 'heading', text: '一、纠纷主要事实', strokes: [] },
    { style: 'body', text: '双方为邻居。乙方于去年秋天加盖雨棚，雨水排到甲方院墙，墙脚受潮。'.repeat(6), strokes: [] },
    { style: 'signature', text: '申请人（签名）：李明　2026-03-09 10:30', strokes: STROKES },
    { style: 'signature', text: '被申请人（签名）：钱大海　2026-03-09 10:31', strokes: STROKES },
    { style: 'seal', text: '桥头村人民调解委员会（盖章）　2026-03-09', strokes: [] },
  ],
  ...over,
})

export const anObligation = (over: Partial<DocketSource['obligations'][number]> = {}): DocketSource['obligations'][number] => ({
  from: '钱大海',
  to: '李明',
  what: '改装雨棚的落水管，并支付墙面修补费',
  amountCents: 123_450,
  dueOn: '2026-04-01',
  part: 1,
  parts: 1,
  state: 'done',
  note: '已付清',
  doneAt: at(18),
  past: false,
  files: [],
  ...over,
})

export const aVisit = (over: Partial<DocketSource['followUps'][number]> = {}): DocketSource['followUps'][number] => ({
  round: 1,
  method: 'phone',
  result: 'kept',
  note: '落水管已经改好，墙脚干了，两家又走动了。',
  by: '周和',
  doneAt: at(27),
  answers: [{ side: 'applicant', result: 'kept', note: '谢谢', at: at(26) }],
  ...over,
})

/** A photo that nobody has stored. */
export const aFile = (id = new ObjectId().toHexString()): FileRef => ({ id, mime: 'image/jpeg', size: 1000 })
