import type { MoveName } from '@shared/cases/moves'
import type { TemplateName } from '@shared/notifications/schemas'

/** What the parties read when their case moves. Moves that are not here concern only those who handle it. */
export const PARTY_TITLES: Partial<Record<MoveName, string>> = {
  assign: '您的事有人接手了',
  accept: '您的事已经受理',
  return: '您的事没有被受理',
  handBack: '您的事将换人办理',
  transfer: '您的事转给了别人办理',
  startHandling: '您的事开始办理了',
  startMediation: '调解开始了',
  agree: '双方谈成了',
  perform: '约定开始履行了',
  resolve: '事情办好了，请您确认',
  fail: '这次没有谈成',
  confirm: '事情已经办结',
  object: '申请人认为还没有办好',
  suspend: '事情暂停办理',
  resume: '事情恢复办理',
  withdraw: '申请人撤回了这件事',
  reopen: '事情重新办理',
  passOn: '您的事移送到了别处办理',
  merge: '您的事和同一件事一起办理',
  unmerge: '您的事分开单独办理',
  followLead: '事情办好了，请您确认',
}
/** What only the applicant is asked; the other side waits for that. */
export const AWAITS_APPLICANT = '事情办好了，等申请人确认'
/** What the parties can do next, where there is something. */
export const PARTY_HINTS: Partial<Record<MoveName, string>> = {
  return: '打开看看原因，以及可以去哪里办',
  resolve: '满意就确认，没办好请说明',
  followLead: '满意就确认，没办好请说明',
  fail: '打开看看还有哪些途径',
  passOn: '材料已一并移送，不用再交',
  confirm: '欢迎给这次办理打个分',
}
export const LOOK = '打开小程序查看详情'

/** What the owner reads when somebody else moves the own case. */
export const OWNER_TITLES: Partial<Record<MoveName, string>> = {
  confirm: '申请人确认办好了',
  object: '申请人认为还没有办好',
  withdraw: '申请人撤回了一件事',
  reopen: '申请人要求重新办理',
  return: '有一件事没有受理',
}

/** What the templates are called where people choose and count them. */
export const TEMPLATE_NAMES: Record<TemplateName, string> = {
  caseProgress: '办理进度提醒',
  newCase: '新事项提醒',
  message: '留言提醒',
  session: '见面提醒',
  notice: '通知提醒',
}

export const STAFF_TITLES = {
  newCase: '有一件新的事派给您',
  newInQueue: '队列里来了一件事',
  newDanger: '有一件高风险的事派给您',
  dangerInQueue: '队列里来了一件高风险的事',
  takenAway: '有一件事转给了别人',
  reopened: '一件办结的事被要求重新办理',
  badFeedback: '有一条不满意评价等您处理',
  asked: '有一件事请您协助',
  answered: '协助的事有答复了',
} as const

export const BOOKING_TITLES: Record<string, string> = {
  proposed: '约您见面，请确认',
  agreed: '有一方确认了见面时间',
  confirmed: '见面时间定了',
  declined: '约的时间有人不方便',
  cancelled: '见面取消了',
  rescheduled: '见面改了时间，请确认',
  linked: '视频见面的链接来了',
  done: '见面已经开完',
  noShow: '这次见面有人没到',
  offered: '空出了一个时间，替您留着',
  expired: '留的时间过了，已让给别人',
  remindDay: '明天有一次见面',
  remindHour: '一小时后有一次见面',
}
/** For WeChat's field of at most five characters. */
export const BOOKING_STATES: Record<string, string> = {
  proposed: '待确认',
  agreed: '待确认',
  confirmed: '已约定',
  declined: '未约成',
  cancelled: '已取消',
  rescheduled: '改了时间',
  linked: '已约定',
  done: '已开完',
  noShow: '有人没到',
  offered: '请确认',
  expired: '已过期',
  remindDay: '就在明天',
  remindHour: '快开始了',
}
export const BOOKING_OTHERWISE = '见面的安排有变化'

export const MESSAGE_TITLE = '您有新的留言'
export const REFUSED_WORDS = { title: '邻居看不到您写的内容', hint: '办理不受影响' } as const
export const answeredInvitation = (who: string, agreed: boolean): string => `${who}${agreed ? '同意参加了' : '不愿参加'}`
export const INVITED_WORDS = {
  respondent: '对方当事人',
  coParty: '共同当事人',
  representative: '代理人',
  guardian: '监护人',
  helper: '帮手',
} as const
