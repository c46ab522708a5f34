export const texts = {
  title: '办得怎么样',
  question: '您满意吗？',
  saved: '记下了，谢谢您',
  once: '点一下就记下了。',
  sealed: '经办人要等双方都评完，或者过 7 天，才看得到。在那之前您可以随时改。',
  unsealed: '已经公开给经办人，不能再改了。',
  unhappy: '您不满意的地方，督查员会看到，并且会联系您。经办人不会先知道。',
  moreTitle: '想多说几句的话（都可以不填）',
  text: '哪里好，哪里不好',
  textPlaceholder: '用您自己的话写就行',
  save: '也记下来',
  done: '好了',
  notYet: '办结以后才能评价',
  notYetNote: '事情办好、您确认以后，就可以在这里评价。',
}

export const FOLLOW_UP_ANSWERS = { kept: '都做到了', partly: '做到一部分', broken: '没有做到' } as const

export const FOLLOW_UP = {
  title: '回访',
  question: '说好的，都做到了吗？',
  why: '办结以后，我们会再问问您。您说的，经办人看得到；没做到的，会有人来帮。',
  note: '想说的话（可不填）',
  placeholder: '哪里没做到，还有什么要帮忙的',
  send: '告诉经办人',
  missing: '请先选一个',
  thanks: '记下了，谢谢您',
  round: (round: number) => `第 ${round} 次回访`,
  said: (result: string, note: string) => `您说：${note ? `${result}，${note}` : result}`,
  none: '现在没有要您填的',
  noneNote: '到时候会提醒您。',
}
