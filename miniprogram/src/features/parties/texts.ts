import type { InvitationPreview, PartyView } from '@shared/cases/schemas'

type Part = InvitationPreview['part']

interface PartTexts {
  inviteTitle: string
  inviteNote: string
  /** On the page where people are managed. */
  entryNote: string
  name: string
  joinTitle: string
  joinNotes: readonly string[]
  agree: string
}

/** What each kind of invitation is, to whoever sends it and to whoever gets it. */
export const PARTS: Record<Part, PartTexts> = {
  respondent: {
    inviteTitle: '请对方来谈',
    inviteNote: '把邀请发给对方。对方同意以前，看不到任何内容；同意以后也看不到您和调解员单独说的话。',
    entryNote: '对方同意后才能看到他那一边',
    name: '对方怎么称呼（可不填）',
    joinTitle: '有人想和您商量一件事',
    joinNotes: [
      '调解员不判谁对谁错，只帮双方把话说开、找到都能接受的办法。',
      '参不参加由您决定；参加了，随时可以退出，不影响您打官司的权利。',
      '您和调解员单独说的话，对方看不到。您的电话只有调解员看得到，谁看过都有记录。',
      '谈得成，写成协议，您看过、签了名才算数；谈不成，也不会有人怪您。',
    ],
    agree: '我同意参加',
  },
  coParty: {
    inviteTitle: '请一起的人加入',
    inviteNote: '和您同一边的人，比如家人、合伙人、一起的住户。加入以后和您看到的一样。',
    entryNote: '和您同一边，看到的一样',
    name: '他怎么称呼（可不填）',
    joinTitle: '请您一起来商量一件事',
    joinNotes: [
      '不收钱，自愿参加，随时可以退出。',
      '您和邀请您的人在同一边，你们和调解员说的话，对方看不到。',
      '人多的时候，可以一起推选一到五个人来说话、签字。',
    ],
    agree: '我也参加',
  },
  representative: {
    inviteTitle: '请人代理',
    inviteNote: '代理人可以替您谈。要替您答应条件、替您签字，还要在手机上签一份授权委托书，调解员会准备好。',
    entryNote: '替您谈；签了授权委托书才能替您签字',
    name: '代理人姓名（可不填）',
    joinTitle: '有人请您做代理人',
    joinNotes: [
      '您可以替他看、替他谈。不收钱。',
      '要替他答应条件、替他签字，他还要签一份授权委托书。',
      '他随时可以收回，收回以后您就看不到了。',
    ],
    agree: '我愿意代理',
  },
  guardian: {
    inviteTitle: '请监护人参加',
    inviteNote: '未满 18 岁的人，由父母或者其他监护人替他谈、替他签字。',
    entryNote: '未满 18 岁，由监护人替他谈、替他签字',
    name: '监护人姓名（可不填）',
    joinTitle: '请您以监护人的身份参加',
    joinNotes: [
      '您替未成年的孩子谈、替他签字，要为他的利益着想。',
      '不收钱，自愿参加，随时可以退出。',
      '你们和调解员单独说的话，对方看不到。',
    ],
    agree: '我是监护人，我参加',
  },
  helper: {
    inviteTitle: '转给家人帮看',
    inviteNote: '家人只能看，不能替您办；随时可以收回。',
    entryNote: '只能看，不能办；随时可以收回',
    name: '家人怎么称呼（可不填）',
    joinTitle: '家人请您帮看一件事',
    joinNotes: ['您可以看这件事办到哪了，不能替他办理。', '对方随时可以收回，收回后您就看不到了。', '请不要把内容转给别人。'],
    agree: '我来帮看',
  },
}

export const PART_NAMES: Record<PartyView['part'], string> = {
  party: '',
  representative: '代理人',
  guardian: '监护人',
  helper: '帮看的家人',
}
export const AUTHORITY_NAMES = { general: '可以代谈', special: '可以代谈、代签' } as const

export const texts = {
  make: '生成邀请',
  code: '邀请码',
  qr: '邀请的二维码',
  qrNote: '对方就在旁边的话，请他用微信扫这个码。',
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
  /** Above everything else, for on a small screen the rights are further down. */
  free: '不收钱，自愿参加，随时可以退出。',
  about: (category: string) =>
    `关于${category
      .split(' · ')
      .at(-1)
      ?.replace(/^其他$/, '一件纠纷')}`,
  invitedBy: (name: string) => `${name}请您来谈`,
  mediator: (name: string, organisation: string) => `调解员 ${name} · ${organisation}`,
  proposed: '先约了这个时间，您参加以后再说行不行',
  until: (when: string) => `这个邀请 ${when}前有效`,
  rights: '您先知道这几件事',
  agree: '我同意参加',
  decline: '不参加',
  declineTitle: '确定不参加？',
  declineNote: '会告诉对方您不参加。这个邀请就不能再用了。',
  declined: '已经告诉对方。谢谢您回话。',
  agreed: '您已参加',
  loginFirst: '先登录再回答，才知道是您本人。',
  login: '去登录',
  usedTitle: '这个邀请已经用过了',
  usedNote: '如果是您自己用的，在“我的事项”里就能找到。',
  usedRole: '如果是您自己用的，在“我的”里就能换成工作身份。',
  expiredTitle: '这个邀请过期了',
  expiredNote: '请对方或者调解员再发一个。',
  unknownTitle: '没有这个邀请',
  unknownNote: '可能是码抄错了。请对着再看一遍，或者请对方再发一个。',
  myCases: '我的事项',
  enterAgain: '重新输入',
  roleTitle: '单位请您来工作',
  roleNote: '接受以后，您会多一个工作身份，在“我的”里可以和居民身份来回换。',
  roleName: (name: string) => `以后别人看到的您的名字：${name}`,
  roleNameNote: '不对的话先别接受，请单位重新发一个。',
  roleAccept: '接受邀请',
  roleDone: '已接受，可以开始工作了',
  goHome: '回首页',

  welcomeTitle: '您已经参加了',
  welcomeAsk: '这个时间行吗？',
  welcomeYes: '行，就这个时间',
  welcomeOther: '换个时间',
  welcomeBook: '还没有约时间。您可以现在挑一个双方和调解员都有空的时间，也可以等调解员来约。',
  bookNow: '现在约个时间',
  later: '先看看这件事',
  settledTitle: '时间定好了',
  waitingTitle: '您这边说好了',
  settledNote: '到时候带上身份证和有关的单据、照片。见面前会提醒您。',
  waitingNote: '还等其他人点头，一有结果马上告诉您。',
  openCase: '看这件事',

  peopleTitle: '参加的人和权利',
  mySide: '我这一边',
  otherSide: '另一边',
  moreAbout: '邀请别人、换调解员、退出，都在这里',
  me: '我',
  minor: '未满 18 岁',
  speaker: '发言人',
  hasQuit: '已退出',
  waitingParty: '还没答应参加',
  acceptedParty: '已参加',
  forWhom: (name: string) => `替${name}`,
  noAuthority: '还没有授权委托书',
  remove: '请他离开',
  removeTitle: (name: string) => `不再让${name}看这件事？`,
  removeNote: '马上就看不到了。以后可以再邀请。',
  removed: '已移除',
  cancel: '再想想',

  invite: '请人来',
  forWhomTitle: '替谁？',

  speakersTitle: '推选发言人',
  speakersNote: '我们这一边人多，推选 1 到 5 个人来说话、约时间、签字。一半以上的人选了同样的人，就算选定。',
  speakersEntry: '人多的时候，选几个人来说话、签字',
  speakersSend: '就选他们',
  speakersNone: '请至少选一个人',
  speakersMany: '最多选五个人',
  speakersDone: '您选好了，过半的人选得一样就生效',

  otherMediatorTitle: '换一位调解员',
  otherMediatorEntry: '觉得这位不合适，可以说明理由请求换人',
  otherMediatorNote: '由综治中心决定。您说的理由，对方看不到。',
  otherMediatorReasons: ['他和对方认识或者是亲戚', '他和这件事有利害关系', '我和他以前有过不愉快'],
  otherMediatorLabel: '理由（综治中心会看到）',
  otherMediatorSend: '请求换人',
  otherMediatorDone: '已经送到综治中心，会尽快答复',
  avoidanceStates: { open: '等综治中心决定', granted: '已同意换人', refused: '没有同意' },
  avoidanceBy: { applicant: '请求换人', respondent: '请求换人', mediator: '调解员自己提出回避' },
  decision: (words: string) => `答复：${words}`,

  quitTitle: '退出调解',
  quitEntry: '调解自愿，随时可以退出，也可以再回来',
  quitNote: '退出以后，调解会停下来，对方和调解员会知道。您打官司的权利不受影响，以后还可以回来。',
  quitReasons: ['我想直接走法律途径', '我们自己商量', '我觉得谈不拢'],
  quitSend: '我要退出',
  quitDone: '您已退出，随时可以回来',
  leftTitle: '您已经退出调解',
  otherLeftTitle: '对方退出了调解',
  otherLeftNote: '调解员会再联系双方。您也可以问问接下来还有哪些路可以走。',
  rejoinTitle: '回来继续谈',
  rejoinEntry: '您已经退出；愿意的话可以回来',
  rejoinNote: '回来以后，调解员会接着约双方谈。',
  rejoinSend: '我回来谈',
  rejoinDone: '欢迎回来',
}
