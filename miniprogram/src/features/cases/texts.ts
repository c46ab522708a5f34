import type { Light } from '@shared/cases/schemas'
import type { CaseStatus } from '@shared/cases/words'

type ResidentMove = 'confirm' | 'object' | 'withdraw' | 'reopen'

/** The four moves that a resident makes: the button, what it means, and reasons to choose from. */
export const MOVE_TEXTS: Record<ResidentMove, { button: string; title: string; note: string; reasons: readonly string[]; done: string }> = {
  confirm: {
    button: '办好了',
    title: '确认办好了？',
    note: '确认以后这件事就办结了。以后有变化还可以重新办理。',
    reasons: [],
    done: '谢谢您，已经办结',
  },
  object: {
    button: '还没办好',
    title: '哪里还没办好？',
    note: '会回到经办人手上接着办，时间重新算。',
    reasons: ['说好的还没做到', '只办了一部分', '又出现了同样的问题'],
    done: '已经告诉经办人，会接着办',
  },
  withdraw: {
    button: '不办了，撤回',
    title: '为什么撤回？',
    note: '撤回以后就不再办了，不能恢复；需要时可以重新说一件。',
    reasons: ['我们自己商量好了', '写错了，想重新写', '暂时不想办了'],
    done: '已撤回',
  },
  reopen: {
    button: '重新办理',
    title: '为什么要重新办？',
    note: '还由原来的经办人办，督查员也会知道。',
    reasons: ['答应的事没有做到', '问题又出现了', '当时的结果不合适'],
    done: '已经重新办理',
  },
}

/** What the reader is asked to do about a case now. */
export const TODO = {
  title: '现在要您做的',
  late: '已过期',
  read: { title: (paper: string) => `看一看《${paper}》写得对不对`, note: '您说对了，才请大家签名' },
  sign: { title: (paper: string) => `在《${paper}》上签名`, note: '看清楚了再签，用手指写名字' },
  confirmKept: (name: string) => `${name}说做到了，请您确认`,
  keep: (what: string) => `照约定做：${what}`,
  due: (day: string) => `${day}前做好，做好了点一下`,
  overdue: '已经过了约定的日子，请尽快做，或者留言说明',
  joint: { title: '对方愿意一起说话，看您愿不愿意', note: '双方都打开才能一起说，随时可以关上' },
  followUp: { title: '说好的都做到了吗？', note: '办结后的回访，点一下就好' },
}

/** What stands first on the page: what comes next, for each state without an appointment. */
export const NEXT: Record<CaseStatus, { title: string; note: string }> = {
  submitted: { title: '综治中心正在安排合适的人', note: '安排好会马上告诉您，您不用再催。' },
  assigned: { title: '等经办人受理', note: '受理后会联系您。' },
  accepted: { title: '经办人会先来了解情况', note: '有照片、单据可以先发在留言里。' },
  handling: { title: '正在办理', note: '有新情况可以留言告诉经办人。' },
  mediating: { title: '正在调解', note: '可以约个时间，大家坐下来谈。' },
  agreed: { title: '已经谈成，接下来照约定做', note: '做完了经办人会请您确认。' },
  performing: { title: '正在照约定做', note: '有人没做到，留言告诉调解员。' },
  resolved: { title: '请您看看办好了没有', note: '您说办好了才算办结。' },
  closed: { title: '已经办结', note: '以后有变化，可以重新办理。' },
  failed: { title: '这次没有谈成', note: '不是您的错。您还可以走下面这些路，也可以重新来谈。' },
  returned: { title: '这件事没有受理', note: '有不明白的，可以打综治中心的电话问。' },
  suspended: { title: '暂时停下来了', note: '停的时候不算时间。有新情况可以留言。' },
  withdrawn: { title: '您已经撤回', note: '需要时可以重新说一件。' },
  archived: { title: '已经归档', note: '' },
}

/** A case that is handled together with others of the same matter. */
export const MERGED = { title: '和别人反映的同一件事合并办理', note: '您不用再说一遍。有进展、办好了，都会同样告诉您；您的话别人看不到。' }
/** What the chip says of it. */
export const MERGED_STATUS = '合并办理'

/** To who cannot have it taken up again. */
export const FAILED_FOR_GOOD = { title: NEXT.failed.title, note: '不是您的错。您还可以走下面这些路。' }

export const texts = {
  mine: '我的事项',
  filters: { open: '在办的', all: '全部' },
  emptyTitle: '还没有事项',
  emptyNote: '遇到难事，说一说，我们来找合适的人。',
  emptyOpenTitle: '现在没有在办的事',
  emptyAction: '说说您的事',
  loginTitle: '登录以后看您的事',
  loginNote: '办到哪了、谁在办，都在这里。',
  login: '去登录',
  late: '已过期限，督查员会来催',
  before: (when: string) => `${when} 前`,

  title: (number: string) => `事项 ${number}`,
  number: (number: string) => `编号 ${number}`,
  nobody: '还没有分给具体的人',
  why: (words: string) => `为什么是这位：${words}`,
  nextLabel: '接下来',
  deadlineTitles: {
    accept: '受理时限',
    reply: '第一次答复您的时限',
    act: '开始办理的时限',
    total: '办理时限',
    confirm: '等您回话',
  } as Record<string, string>,
  silence: '到时候没有回话，就当办好了；以后有变化还可以重新办理。',
  lights: { none: '', green: '时间够', yellow: '快到期', red: '已超期' } as Record<Light, string>,
  pausedNow: (when: string) => `${when}起暂停，停的时候不算时间`,
  pausedBefore: (times: number, days: number) => `中间停过 ${times} 次，共 ${days} 天，已经往后顺延`,
  words: '您说的',
  wordsOther: '申请人说的',
  place: '地点',
  people: '参加的人和权利',
  peopleNote: (count: number, open: boolean) => (open ? `${count} 个人；请人帮忙、换调解员、退出都在这里` : `${count} 个人`),
  papers: '文书',
  papersNote: (count: number) => `${count} 份，笔录、协议书都在这里`,
  promises: '约定的事',
  pastOnly: '以前的协议里已经做到的',
  kept: (done: number, all: number) => `${all} 项做到了 ${done} 项`,
  stillOwed: (amount: string) => `还差 ${amount}`,
  judicial: '请法院确认协议',
  judicialNote: (days: number) => (days === 0 ? '今天是最后一天' : `还可以申请 ${days} 天`),
  followUps: '回访',
  waysTitle: '接下来可以走的路',
  wayWhere: (place: string) => `去哪里：${place}`,
  wayUntil: (words: string) => `什么时候以前：${words}`,
  inviteRespondent: '请对方来谈',
  inviteRespondentNote: '对方同意后才能看到他那一边',
  reads: '谁看过这件事',
  readsNote: '工作人员每看一次都有记录',
  readsNone: '还没有工作人员看过',
  readWhat: {
    case: '看了事项',
    messages: '看了留言',
    file: '看了照片',
    phone: '看了电话',
    export: '导出了',
    wording: '看了原话',
  } as Record<string, string>,
  readReason: (reason: string) => `理由：${reason}`,
  more: '还可以',
  message: '补充 / 留言',
  unread: (count: number) => `${count} 条新留言`,
  book: '约个时间',
  reschedule: '改时间',
  rate: '评一评',
  rateAgain: '改评价',
  rated: (level: string) => `您评了：${level}`,
  ratedSealed: '经办人现在还看不到。',
  ratedOpen: '已经公开给经办人。',
  reasonLabel: '说一说（经办人会看到）',
  reasonPlaceholder: '用您自己的话写就行',
  reasonMissing: '写几个字，经办人才知道怎么办',
  refreshed: '这件事刚有新进展，已经为您刷新',
  confirmed: '确认',
  cancel: '再想想',
}
