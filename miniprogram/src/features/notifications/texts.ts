export const texts = {
  title: '消息',
  emptyTitle: '还没有消息',
  emptyNote: '有人受理、留言、约时间，都会告诉您。',
  loginTitle: '登录以后看消息',
  loginNote: '有人受理、留言、约时间，都会告诉您。',
  login: '去登录',
  talk: (count: number) => `${count} 条新留言`,
  talkNote: '点开看',
  unread: '新',
}
