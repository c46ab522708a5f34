type Asked = 'claim' | 'confirm' | 'dispute' | 'waive'

/** What a party does with a promise: the button, what is asked before, and what is said afterwards. */
export const OBLIGATION_TEXTS: Record<
  Asked,
  { button: string; title: string; note: string; reasons: readonly string[]; required: boolean; done: string }
> = {
  claim: {
    button: '我做到了',
    title: '怎么做到的？',
    note: '拍一张转账记录、收条或现场照片，对方看了就能确认。',
    reasons: [],
    required: false,
    done: '已经告诉对方，等对方确认',
  },
  confirm: {
    button: '确认做到了',
    title: '确认做到了？',
    note: '确认以后这一项就算履行完了。钱到了手再点。',
    reasons: [],
    required: false,
    done: '已经确认',
  },
  dispute: {
    button: '还没有',
    title: '哪里还没做到？',
    note: '会退回给对方，调解员也会知道。',
    reasons: ['钱还没收到', '数目不对', '只做了一部分'],
    required: true,
    done: '已经告诉对方和调解员',
  },
  waive: {
    button: '这一项不要了',
    title: '确定不要了？',
    note: '不要了就不能再要回来。不用的话请点“再想想”。',
    reasons: [],
    required: false,
    done: '这一项已经免去',
  },
}

export const texts = {
  title: '约定的事',
  head: '说好的，做到了吗',
  none: '还没有约定',
  noneNote: '协议签好、盖章以后，每个人要做的事会列在这里。',
  total: (amount: string) => `一共 ${amount}`,
  paid: (amount: string) => `已付 ${amount}`,
  left: (amount: string) => `还差 ${amount}`,
  overdue: (amount: string) => `其中 ${amount} 过期没付`,
  progress: '已经付了多少',
  who: (from: string, to: string) => `${from} 给 ${to}`,
  part: (part: number, parts: number) => `第 ${part} 期，共 ${parts} 期`,
  due: (day: string) => `${day}前`,
  late: '已过期',
  claimedAt: (when: string) => `${when}说做到了，等对方确认`,
  doneAt: (when: string) => `${when}确认`,
  said: (words: string) => `说明：${words}`,
  remind: '提醒对方',
  reminded: '已经提醒对方',
  noteLabel: '说明（可不填）',
  whyLabel: '说一说（对方和调解员会看到）',
  notePlaceholder: '例：微信转账，尾号 1234',
  photos: '拍收条或转账记录',
  moved: '这一项刚有变化，已经为您刷新',
  judicialTitle: '请法院确认（可以不申请）',
  daysLeft: (days: number) => (days === 0 ? '今天是最后一天' : `还有 ${days} 天`),
  judicialLast: (day: string, court: string) => `双方可以在 ${day}（含当天）以前，一起到${court}申请司法确认。`,
  judicialWhy: '法院确认以后，一方不照做，另一方可以直接申请强制执行，不用再打官司。申请不收费。',
  judicialPaper: '看申请书',
  courtNumber: (number: string) => `法院案号 ${number}`,
}
