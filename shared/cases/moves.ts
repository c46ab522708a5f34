import type { Audience, CaseKind, CaseStatus } from './words'

export const MOVE_NAMES = [
  'assign',
  'accept',
  'return',
  'handBack',
  'transfer',
  'startHandling',
  'startMediation',
  'agree',
  'perform',
  'resolve',
  'fail',
  'confirm',
  'object',
  'suspend',
  'resume',
  'withdraw',
  'reopen',
  'passOn',
  'merge',
  'unmerge',
  'followLead',
  'archive',
] as const
export type MoveName = (typeof MOVE_NAMES)[number]

/** Who may make a move: a relation to the case, or the service itself. */
export type Mover = 'applicant' | 'owner' | 'dispatcher' | 'system'
/** Deadlines that a case can run: acceptance, the first reply to the applicant, the next step, the whole, the applicant's word. */
export const DEADLINE_KINDS = ['accept', 'reply', 'act', 'total', 'confirm'] as const
export type DeadlineKind = (typeof DEADLINE_KINDS)[number]

export interface Move {
  readonly kinds: readonly CaseKind[]
  readonly from: readonly CaseStatus[]
  /** `before`: where it stood when it was suspended; `work`: handling or mediating, by kind. */
  readonly to: CaseStatus | 'before' | 'work'
  readonly by: readonly Mover[]
  /** Whether words must go with it. */
  readonly reason: 'required' | 'optional'
  /** What else must come with it. */
  readonly needs?: 'assignee' | 'respondentConsent' | 'lead'
  /** Deadlines that start, and those that stop. */
  readonly starts?: readonly DeadlineKind[]
  readonly stops?: readonly DeadlineKind[] | 'all'
  /** Whose it is afterwards; unchanged when missing. */
  readonly owner?: 'mover' | 'assignee' | 'queue' | 'none' | 'lead'
  readonly audience: readonly Audience[]
  /** The button, and the sentence in the timeline. */
  readonly label: string
  readonly sentence: string
}

const ALL: readonly CaseKind[] = ['complaint', 'dispute', 'hazard', 'suggestion']
const DISPUTE: readonly CaseKind[] = ['dispute']
const OTHERS: readonly CaseKind[] = ['complaint', 'hazard', 'suggestion']
const WORKING = ['accepted', 'handling', 'mediating', 'agreed', 'performing'] as const
const BOTH: readonly Audience[] = ['applicant', 'respondent', 'staff']
const FILING_SIDE: readonly Audience[] = ['applicant', 'staff']

/** The complete life of a case. The server refuses whatever is not in it; the docs are printed from it. */
export const MOVES: Record<MoveName, Move> = {
  assign: {
    kinds: ALL,
    from: ['submitted'],
    to: 'assigned',
    by: ['dispatcher', 'system'],
    reason: 'optional',
    needs: 'assignee',
    starts: ['accept'],
    owner: 'assignee',
    audience: FILING_SIDE,
    label: '派单',
    sentence: '已派单',
  },
  accept: {
    kinds: ALL,
    from: ['assigned'],
    to: 'accepted',
    by: ['owner'],
    reason: 'optional',
    starts: ['reply', 'act', 'total'],
    stops: ['accept'],
    owner: 'mover',
    audience: FILING_SIDE,
    label: '受理',
    sentence: '已受理',
  },
  return: {
    kinds: ALL,
    from: ['submitted', 'assigned'],
    to: 'returned',
    by: ['owner', 'dispatcher', 'system'],
    reason: 'required',
    stops: 'all',
    owner: 'none',
    audience: FILING_SIDE,
    label: '不予受理',
    sentence: '未受理',
  },
  handBack: {
    kinds: ALL,
    from: ['assigned', ...WORKING],
    to: 'submitted',
    by: ['owner', 'system'],
    reason: 'required',
    starts: ['accept'],
    stops: ['reply', 'act'],
    owner: 'queue',
    audience: FILING_SIDE,
    label: '退回综治中心',
    sentence: '已退回综治中心重新派单',
  },
  transfer: {
    kinds: ALL,
    from: ['assigned', ...WORKING],
    to: 'assigned',
    by: ['owner', 'dispatcher', 'system'],
    reason: 'required',
    needs: 'assignee',
    starts: ['accept'],
    stops: ['reply', 'act'],
    owner: 'assignee',
    audience: FILING_SIDE,
    label: '转给别人办',
    sentence: '已转交',
  },
  startHandling: {
    kinds: OTHERS,
    from: ['accepted'],
    to: 'handling',
    by: ['owner'],
    reason: 'optional',
    stops: ['reply', 'act'],
    audience: FILING_SIDE,
    label: '开始办理',
    sentence: '开始办理',
  },
  startMediation: {
    kinds: DISPUTE,
    from: ['accepted'],
    to: 'mediating',
    by: ['owner'],
    reason: 'optional',
    needs: 'respondentConsent',
    stops: ['reply', 'act'],
    audience: BOTH,
    label: '开始调解',
    sentence: '双方同意，开始调解',
  },
  agree: {
    kinds: DISPUTE,
    from: ['mediating'],
    to: 'agreed',
    by: ['owner', 'system'],
    reason: 'optional',
    audience: BOTH,
    label: '谈成了',
    sentence: '双方达成一致',
  },
  perform: {
    kinds: DISPUTE,
    from: ['agreed'],
    to: 'performing',
    by: ['owner', 'system'],
    reason: 'optional',
    audience: BOTH,
    label: '开始履行',
    sentence: '开始履行约定',
  },
  resolve: {
    kinds: ALL,
    from: ['handling', 'agreed', 'performing'],
    to: 'resolved',
    by: ['owner'],
    reason: 'required',
    starts: ['confirm'],
    stops: ['reply', 'act', 'total'],
    audience: BOTH,
    label: '办好了',
    sentence: '办理完毕，请申请人确认',
  },
  fail: {
    kinds: DISPUTE,
    from: ['mediating', 'agreed', 'performing'],
    to: 'failed',
    by: ['owner'],
    reason: 'required',
    stops: 'all',
    audience: BOTH,
    label: '没谈成',
    sentence: '调解未达成协议',
  },
  confirm: {
    kinds: ALL,
    from: ['resolved'],
    to: 'closed',
    by: ['applicant', 'system'],
    reason: 'optional',
    stops: 'all',
    audience: BOTH,
    label: '确认办好了',
    sentence: '已确认办结',
  },
  object: {
    kinds: ALL,
    from: ['resolved'],
    to: 'work',
    by: ['applicant'],
    reason: 'required',
    starts: ['act'],
    stops: ['confirm'],
    audience: FILING_SIDE,
    label: '还没办好',
    sentence: '申请人认为还没有办好',
  },
  suspend: {
    kinds: ALL,
    from: WORKING,
    to: 'suspended',
    by: ['owner'],
    reason: 'required',
    audience: BOTH,
    label: '暂停',
    sentence: '暂停办理，时限停止计算',
  },
  resume: {
    kinds: ALL,
    from: ['suspended'],
    to: 'before',
    by: ['owner', 'system'],
    reason: 'optional',
    audience: BOTH,
    label: '恢复办理',
    sentence: '恢复办理，时限继续计算',
  },
  withdraw: {
    kinds: ALL,
    from: ['submitted', 'assigned', ...WORKING, 'suspended'],
    to: 'withdrawn',
    by: ['applicant'],
    reason: 'required',
    stops: 'all',
    audience: BOTH,
    label: '撤回',
    sentence: '申请人撤回了这件事',
  },
  reopen: {
    kinds: ALL,
    from: ['closed', 'failed'],
    to: 'assigned',
    by: ['applicant'],
    reason: 'required',
    starts: ['accept'],
    audience: FILING_SIDE,
    label: '重新办理',
    sentence: '申请人要求重新办理',
  },
  passOn: {
    kinds: DISPUTE,
    from: ['failed'],
    to: 'assigned',
    by: ['owner', 'dispatcher'],
    reason: 'required',
    needs: 'assignee',
    starts: ['accept'],
    owner: 'assignee',
    audience: BOTH,
    label: '移送上级或部门',
    sentence: '已连同卷宗移送',
  },
  merge: {
    kinds: ALL,
    from: ['submitted', 'assigned', 'accepted', 'handling', 'mediating'],
    to: 'suspended',
    by: ['owner', 'dispatcher', 'system'],
    reason: 'optional',
    needs: 'lead',
    owner: 'lead',
    audience: FILING_SIDE,
    label: '合并办理',
    sentence: '与反映同一件事的其他事项合并办理，进展会同样告诉您',
  },
  unmerge: {
    kinds: ALL,
    from: ['suspended'],
    to: 'before',
    by: ['owner', 'dispatcher', 'system'],
    reason: 'optional',
    audience: FILING_SIDE,
    label: '拆开单独办',
    sentence: '改为单独办理',
  },
  followLead: {
    kinds: ALL,
    from: ['suspended'],
    to: 'resolved',
    by: ['system'],
    reason: 'optional',
    starts: ['confirm'],
    stops: ['accept', 'reply', 'act', 'total'],
    audience: FILING_SIDE,
    label: '一并办结',
    sentence: '合并办理的这件事已办理完毕，请确认',
  },
  archive: {
    kinds: ALL,
    from: ['closed', 'failed', 'returned', 'withdrawn'],
    to: 'archived',
    by: ['owner', 'dispatcher', 'system'],
    reason: 'optional',
    stops: 'all',
    audience: ['staff'],
    label: '归档',
    sentence: '已归档',
  },
}

/** Where a move leads from `status`; undefined when the table has no such step. */
export const targetOf = (options: {
  move: MoveName
  kind: CaseKind
  status: CaseStatus
  before?: CaseStatus | null
}): CaseStatus | undefined => {
  const { move, kind, status, before } = options
  const rule = MOVES[move]
  if (!rule.kinds.includes(kind) || !rule.from.includes(status)) return undefined
  if (rule.to === 'before') return before ?? undefined
  if (rule.to === 'work') return kind === 'dispute' ? 'mediating' : 'handling'
  return rule.to
}

/** The moves that `movers` may make on a case that stands at `status`. */
export const movesFor = (options: { kind: CaseKind; status: CaseStatus; movers: readonly Mover[] }): MoveName[] =>
  MOVE_NAMES.filter((name) => {
    const rule = MOVES[name]
    return (
      rule.kinds.includes(options.kind) && rule.from.includes(options.status) && rule.by.some((mover) => options.movers.includes(mover))
    )
  })
