import type { Side } from '@server/modules/cases'
import { localDate } from '@server/modules/deadlines'
import { type DocketSource, PART_NAMES, SIDE_NAMES } from '../source'
import { paperItems } from './papers'
import type { Item } from './part'

const MISSING = '（已注销）'
const AUTHORITY_NAMES = { general: '一般授权', special: '特别授权' } as const
type Person = DocketSource['doc']['parties'][number]

const nameOf = ({ names }: DocketSource, personId: string): string => names.get(personId) || MISSING

/** The parties of a side, by name. */
export const namesOf = (source: DocketSource, side: Side): string =>
  source.doc.parties
    .filter((party) => party.side === side && party.part === 'party')
    .map((party) => nameOf(source, party.personId))
    .join('、')

const remarksOf = (source: DocketSource, party: Person): string => {
  const principal = source.doc.parties.find((one) => one.id === party.actsFor)
  return [
    party.minor ? '未成年' : '',
    principal ? `为${nameOf(source, principal.personId)}` : '',
    party.authority ? AUTHORITY_NAMES[party.authority] : '',
    source.doc.speakers?.[party.side]?.includes(party.id) ? '推选的代表' : '',
    party.quit ? '已退出调解' : '',
  ]
    .filter(Boolean)
    .join('；')
}

const register = (source: DocketSource): Item[] => {
  // A side's helpers are its own matter.
  const people = source.doc.parties.filter((party) => party.part !== 'helper')
  if (people.length === 0) return []
  const rows = people.map((party) => [
    SIDE_NAMES[party.side],
    PART_NAMES[party.part],
    nameOf(source, party.personId),
    party.accepted ? '已确认参加' : '未在线确认',
    remarksOf(source, party),
  ])
  return [
    {
      part: 'identities',
      title: '当事人登记表',
      date: localDate(source.doc.createdAt),
      blocks: [
        { kind: 'title', text: '当事人登记表' },
        { kind: 'table', widths: [70, 60, 112, 90, 110], head: ['一方', '身份', '姓名', '参加', '备注'], rows },
        { kind: 'blank', lines: 1 },
        { kind: 'text', text: '身份证件号码与电话号码加密保存在系统内，只向承办人出示，不进入卷宗。', look: 'flush' },
      ],
      attachments: [],
    },
  ]
}

/** Who takes part, and signed authorities. */
export const identities = (source: DocketSource): Item[] => [...register(source), ...paperItems(source, 'identities', ['authority'])]
