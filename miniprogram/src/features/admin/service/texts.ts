import type { DELIVERY_STATES, TemplateName } from '@shared/notifications/schemas'

/** What WeChat's codes for a refused message mean to whoever looks after the service. */
const CODES: Record<number, string> = {
  40003: '收信人不是这个小程序的用户',
  40037: '模板号不对',
  41030: '点开的页面不对',
  43101: '对方没有同意接收',
  43107: '小程序的订阅消息被停用',
  47003: '内容不合模板',
}

export const texts = {
  title: '系统状况',
  parts: { deliveries: '微信消息', models: '分类模型', checks: '公开内容' },

  deliveriesNote: '这里只看送没送到，看不到内容。小程序里的消息一条不少，只是微信没提醒到。',
  counts: { waiting: '等着发', sending: '正在发', refused: '微信不收', unknown: '不知送到没有', dead: '没送到' } as Record<
    Exclude<(typeof DELIVERY_STATES)[number], 'sent'>,
    string
  >,
  tabs: { dead: '没送到', unknown: '不知道', refused: '不收' },
  tabNotes: {
    dead: '试了多次都没送到，可以再发一次。',
    unknown: '发的时候断了，不知道对方收到没有。再发可能收到两次。',
    refused: '微信不收，原因写在每条下面；对方没有同意接收的，要对方先同意。不用再发的也在这里。',
  },
  templates: { caseProgress: '办理进展', newCase: '新的事', message: '留言', session: '见面', notice: '通知' } as Record<
    TemplateName,
    string
  >,
  /** What the service notes, in the words of this screen. */
  reasons: {
    'template is not configured': '这种消息还没有配置模板',
    'account is gone': '账号已经注销',
    'no longer concerned': '事情已经和这个人无关，没有再发',
    'WeChat did not answer; it may have arrived': '微信没有回话，可能已经送到',
    'WeChat could not be reached': '连不上微信',
  } as Record<string, string>,
  none: '没有',
  tries: (count: number) => `试过 ${count} 次`,
  code: (code: number) => ['微信答', code, CODES[code]].filter(Boolean).join(' '),
  resend: '再发一次',
  resent: '已排上，马上再发',
  twiceTitle: '可能收到两次，还要发吗？',
  twiceNote: '上次发到一半断了，对方可能已经收到。确定要再发，对方可能看到两条一样的。',
  twice: '知道，再发一次',

  modelsNote: '居民写事情时，靠它猜是哪一类。没有训练过的模型，就用自带的词表。',
  modelNone: '还没有训练过的模型',
  modelNoneNote: '现在用自带的词表。请运维人员用 npm run train 训练一个，就会出现在这里。',
  modelName: (version: number) => `第 ${version} 版`,
  modelActive: '正在用',
  modelOld: '没在用',
  modelTrained: (when: string, messages: number, corrected: number) =>
    `${when} 训练，用了 ${messages} 条${corrected > 0 ? `，其中 ${corrected} 条是改过分类的` : ''}`,
  modelScore: (macro: string, accuracy: string) => `各类平均得分 ${macro}，全部答对率 ${accuracy}`,
  modelNoScore: '没有测过',
  modelSize: (labels: number, size: string) => `${labels} 类 · ${size}`,
  modelUse: '换成这一版',
  modelUseTitle: '换成这一版？',
  modelUseNote: '几秒钟以后，新写的事都由它来猜类别。已经分好的不动，随时可以换回来。',
  modelUsed: '已换上',
}
