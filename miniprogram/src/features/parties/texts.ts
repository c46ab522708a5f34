type Part = 'respondent' | 'helper' | 'representative'

export const PARTS: Record<
  Part,
  { inviteTitle: string; inviteNote: string; name: string; joinTitle: string; joinNotes: readonly string[] }
> = {
  respondent: {
    inviteTitle: '请对方来谈',
    inviteNote: '把邀请发给对方。对方同意以前，看不到任何内容；同意以后也看不到您和调解员单独说的话。',
    name: '对方怎么称呼（可不填）',
    joinTitle: '有人想和您商量一件事',
    joinNotes: [
      '人民调解不收钱，不问谁对谁错，只帮双方把话说开、找到都能接受的办法。',
      '参不参加由您决定；参加了，随时可以退出，不影响您打官司的权利。',
      '您和调解员单独说的话，对方看不到。',
      '您的姓名和电话只有调解员看得到，谁看过都有记录。',
    ],
  },
  helper: {
    inviteTitle: '转给家人帮看',
    inviteNote: '家人只能看，不能替您办；随时可以收回。',
    name: '家人怎么称呼（可不填）',
    joinTitle: '家人请您帮看一件事',
    joinNotes: ['您可以看这件事办到哪了，不能替他办理。', '对方随时可以收回，收回后您就看不到了。', '请不要把内容转给别人。'],
  },
  representative: {
    inviteTitle: '请人代理',
    inviteNote: '代理人可以替您谈、替您办。',
    name: '代理人姓名（可不填）',
    joinTitle: '有人请您做代理人',
    joinNotes: ['您可以替他看、替他谈、替他办。', '对方随时可以收回。'],
  },
}

export const texts = {
  make: '生成邀请',
  code: '邀请码',
  copy: '复制邀请链接',
  copyCode: '复制邀请码',
  share: '发给微信好友',
  copied: '已复制，发给对方就行',
  once: (when: string) => `只能用一次，${when}前有效。`,
  readOut: '对方没有链接时，打开“有事好商量”，在“我的”里点“我有邀请码”，把它填上。',

  joinTitle: '邀请',
  enterTitle: '我有邀请码',
  enterHead: '把邀请码填在这里',
  enterNote: '别人请您来谈，或者单位请您当调解员、网格员，都会给您一个码。',
  enterLabel: '邀请码',
  enterPlaceholder: '照着输入，大小写要一样',
  enterMissing: '请输入邀请码',
  enterBad: '这个码不对。请检查是不是少了几位。',
  go: '下一步',
  agree: '我同意参加',
  decline: '我不参加',
  declineTitle: '确定不参加？',
  declineNote: '会告诉对方您不参加。这个邀请就不能再用了。',
  declined: '已经告诉对方。谢谢您回话。',
  agreed: '您已参加',
  loginFirst: '先登录再回答，才知道是您本人。',
  login: '去登录',
  roleTitle: '单位请您来工作',
  roleNote: '接受以后，您会多一个工作身份，在“我的”里可以和居民身份来回换。',
  roleAccept: '接受邀请',
  roleDone: '已接受，可以开始工作了',
  goHome: '回首页',
}
