import type { PaperKind, PaperMove } from '@shared/papers/schemas'

/** When each paper is for, said where one is chosen. */
export const KIND_NOTES: Record<PaperKind, string> = {
  application: '申请人书面请求调解。口头来说的，登记了就不用再写。',
  rights: '开始谈之前告诉双方：自愿、不收费、可以随时退出。',
  authority: '请人代理时用。写明能不能替他同意、替他签字。',
  survey: '向知情人了解情况时的问答。',
  record: '每次调解会谈了什么，念给双方听过再签。',
  agreement: '谈成了，写清谁、做什么、给多少、什么时候。',
  oral: '不要求书面协议的，记下口头约定。',
  failure: '没谈成的证明，当事人去仲裁、起诉时用得上。',
  judicial: '双方一起请法院确认协议。协议生效后 30 天内申请。',
}

interface MoveWords {
  button: string
  note: string
  done: string
  reason: 'none' | 'optional' | 'required'
}
const PAPER_MOVE_WORDS: Record<PaperMove, MoveWords> = {
  present: {
    button: '给各方核对',
    note: '各方会收到通知，能看到全文，可以说哪里不对。没有用小程序的，由您念给他听。',
    done: '已发给各方核对',
    reason: 'none',
  },
  takeBack: { button: '收回来改', note: '收回以后各方看不到，改好再发。已有的签名作废。', done: '已收回', reason: 'optional' },
  openSigning: { button: '开始签名', note: '内容就此定下。再改一个字，签名都要重来。', done: '可以签名了', reason: 'none' },
  seal: {
    button: '盖章生效',
    note: '盖上调解组织的章，文书马上生效、编号，不能再改。',
    done: '已盖章生效',
    reason: 'none',
  },
  void: { button: '作废', note: '作废以后不能恢复。扫码核验会显示已作废。', done: '已作废', reason: 'required' },
}

/** A certificate that nothing was agreed is the mediator's word alone: nobody is asked whether it is right. */
const CERTIFICATE_WORDS: MoveWords = {
  button: '准备签名',
  note: '这份证明只由您签名，不用各方核对。双方能看到全文，盖章以后可以下载。',
  done: '可以签名了',
  reason: 'none',
}

/** What a step of a paper is called, and what it does. */
export const moveWords = (kind: PaperKind, move: PaperMove): MoveWords =>
  kind === 'failure' && move === 'present' ? CERTIFICATE_WORDS : PAPER_MOVE_WORDS[move]

export const texts = {
  none: '还没有文书',
  noneNote: '点“起草文书”，表格里能填的会先替您填好。',
  write: '起草文书',
  chooseTitle: '起草哪一种',
  change: '改内容',
  waitsFor: (names: string) => `还等签名：${names}`,
  waitsToHear: (names: string) => `还等核对：${names}`,
  version: (version: number) => `第 ${version} 稿`,
  updatedAt: (when: string) => `${when} 改过`,
  effectiveAt: (when: string) => `${when} 生效`,
  me: '我',

  title: '文书',
  number: (number: string) => `编号 ${number}`,
  more: '更多',
  moreTitle: '这份文书还可以',
  download: '下载 Word',

  readings: '他怎么说',
  back: '返回',
  toList: '返回文书目录',
  read: '念给他听',
  objects: (name: string) => `${name}说有不对`,
  readNote: '把全文念一遍，问他有没有不对的地方。',
  readWho: '念给谁听',
  readAgreed: '他说都对',
  readDisagreed: '他说有不对',
  readRemark: '哪里不对，照他的话写',
  readSend: '记下',
  readDone: '已记下',

  sign: '签名',
  signWho: '谁来签',
  signMine: '我（调解员）',
  signHandOver: (name: string) => `请把手机交给 ${name}，看一遍全文，没有问题再签。`,
  signFor: (name: string) => `请${name}在这里签名`,
  signDone: (name: string) => `${name} 已签名`,

  missingTitle: '还有没填的',
  missingNote: '这几处填好以后才能发给各方。',
  goFill: '去填',
  confirm: (label: string) => `确定${label}`,
  reason: '写几句（可不填）',
  reasonNeeded: '写明原因',
  cannotUndo: '这一步不能撤回',

  writeTitle: (name: string) => `起草${name}`,
  changeTitle: (name: string) => `改${name}`,
  prefilled: '已按这件事的记录填好，请核对。',
  restored: '上次没存完的内容还在。',
  startOver: '不要了，重新填',
  required: '必填',
  note: '改了什么（各方看得到）',
  notePlaceholder: '例：把付款日改到月底',
  save: '保存',
  saved: '已保存',
  authorityFrom: '谁委托',
  authorityTo: '委托谁',
  authorityScope: '能做到哪一步',
  scopes: { general: '一般授权：替他谈，不能替他签', special: '特别授权：可以替他同意、签字' },
  noRepresentative: '还没有代理人。请先在“办理”里请代理人参加。',
  surveyWhom: '向谁了解（不是当事人就不选）',

  promises: '约定的事',
  promisesNote: '一件一件写，到期会提醒，做完要对方确认。',
  promisesNone: '还没有约定的事',
  promiseAdd: '加一件',
  promiseTitle: '约定一件事',
  promiseFrom: '谁来做',
  promiseTo: '给谁',
  promiseWhat: '做什么',
  promiseWhatPlaceholder: '例：赔偿天花板维修费',
  promiseAmount: '多少钱（元，不涉及钱就不填）',
  promiseDue: '最晚哪天',
  promiseRemove: '去掉这一件',
  promiseSum: (sum: string) => `合计 ${sum}`,
  promiseLine: (from: string, to: string) => `${from} → ${to}`,
  promiseDueLine: (date: string) => `${date} 前`,
  promiseParts: (count: number, first: string, last: string) => `分 ${count} 期，${first} 至 ${last}`,
  once: '一次做完',
  inParts: '分期',
  partsCount: '分几期',
  partsCountUnit: (count: number) => `${count} 期`,
  partsEvery: '隔多久一期',
  every: { week: '每周', twoWeeks: '每两周', month: '每月' },
  partsFirst: '第一期哪天',
  partsSplit: '按这样分',
  partAmount: (index: number) => `第 ${index} 期金额（元）`,
  partDay: (index: number) => `第 ${index} 期日期`,
  partsLeft: (left: string) => `还差 ${left} 没有分到各期`,
  partsOver: (over: string) => `各期加起来多了 ${over}`,
  partsEven: (sum: string) => `各期合计 ${sum}，刚好`,
  amountBad: '金额不对，例：1800 或 1800.50',
  whatMissing: '请写做什么',
  peopleMissing: '请选谁来做、给谁',
  sameParty: '两个人不能是同一个',
  dueMissing: '请选最晚哪天',
  partsNeedAmount: '分期要先写总金额',
  partsDaysMissing: '每一期都要有日期',
  done: '好了',
}
