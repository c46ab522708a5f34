import type { JUDICIAL_STATES, ObligationMove } from '@shared/obligations/schemas'

/** What staff do with a promise. Parties say themselves that they have paid or received. */
export const OBLIGATION_MOVE_WORDS: Record<ObligationMove, { button: string; note: string; done: string; label: string }> = {
  claim: { button: '记为已做', note: '当事人告诉您已经做了，替他记下，等另一方确认。', done: '已记下', label: '怎么做的，什么时候' },
  confirm: {
    button: '替收的一方确认',
    note: '收的一方没有用小程序时，问过本人再确认。记录会写明是您代为确认。',
    done: '已确认',
    label: '怎么核实的（必填）',
  },
  dispute: { button: '没有做到', note: '收的一方说没有收到或没有做到，退回去重新履行。', done: '已退回', label: '哪里没有做到' },
  waive: { button: '免除', note: '收的一方说不用了，这一项就此了结，不能恢复。', done: '已免除', label: '他怎么说的' },
  remind: { button: '提醒他', note: '给该做的一方发一条提醒。一天最多提醒一次。', done: '已提醒', label: '' },
}

/** What the next word from the court means. */
export const JUDICIAL_NOTES: Record<(typeof JUDICIAL_STATES)[number], string> = {
  open: '双方一起向法院申请，法院确认以后，不履行可以直接申请强制执行。',
  applied: '申请已经交到法院，等法院的裁定。',
  confirmed: '法院已裁定协议有效。',
  refused: '法院没有确认。协议仍是双方的约定，可以重新商量或起诉。',
  notWanted: '双方都说不申请。',
  missed: '30 天的申请期已经过了。',
}

export const texts = {
  none: '还没有约定的事',
  noneNote: '协议生效以后，每一件约定的事会出现在这里，到期会提醒。',
  title: '履行',
  done: (done: string, promised: string) => `已履行 ${done}，共 ${promised}`,
  overdueSum: (sum: string) => `其中 ${sum} 已逾期`,
  share: '履行了多少',
  overdue: '已逾期',
  dueToday: '今天到期',
  dueOn: (day: string) => `${day} 前`,
  part: (part: number, parts: number) => `第 ${part}/${parts} 期`,
  line: (from: string, to: string) => `${from} → ${to}`,
  claimedAt: (when: string) => `${when} 说已做`,
  doneAt: (when: string) => `${when} 确认`,
  note: '备注',
  noteNeeded: '请写几句',
  addPhoto: '加凭证照片',
  confirm: (label: string) => `确定${label}`,

  judicial: '司法确认',
  daysLeft: (days: number) => `还有 ${days} 天`,
  lastDay: (day: string) => `最晚 ${day}`,
  court: (name: string) => `向 ${name} 申请`,
  courtNumber: (number: string) => `案号 ${number}`,
  record: '记录进展',
  recordTitle: '法院那边怎么样了',
  states: { applied: '已经提交申请', confirmed: '法院确认了', refused: '法院没有确认', notWanted: '双方不申请' },
  courtNumberLabel: '法院案号（没有就不填）',
  recorded: '已记录',
  openPaper: '看申请书',

  followUps: '回访',
  followUpsTitle: '要回访的',
  followUpsNote: '办结以后按时间回访，打电话或者上门，问问约定的事做到了没有。',
  noFollowUps: '还没有回访',
  open: '待回访',
  finished: '已回访',
  emptyOpen: '没有要回访的',
  emptyOpenNote: '事情办结以后，到回访的日子会出现在这里。',
  emptyDone: '还没有回访过',
  round: (round: number) => `第 ${round} 次回访`,
  late: (day: string) => `${day} 就该回访`,
  answered: (side: string, result: string) => `${side}自己填的：${result}`,
  sides: { applicant: '申请人', respondent: '对方' },
  by: (name: string, method: string) => [name, method].filter(Boolean).join(' · '),
  doFollowUp: '记录回访',
  how: '怎么回访的',
  result: '做到了没有',
  what: '回访情况',
  whatPlaceholder: '例：电话里说楼上修好了，没有再漏',
  saved: '已记录',
  openCase: '看这件事',
}
