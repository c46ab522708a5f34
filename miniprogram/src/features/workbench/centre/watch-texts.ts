import type { CheckState, SUBJECT_TYPES } from '@shared/moderation/schemas'

/** Words of what the centre and the supervisors watch over: extensions, look-alikes, checks, supervision, lights. */
export const texts = {
  openCase: '看这件事',

  extensionEmpty: '没有要决定的',
  extensionEmptyNote: '经办人申请延长期限，会到这里，由综治中心决定。',
  extensionNone: '还没有决定过',
  extensionFrom: (due: string, next: string) => `原来到 ${due}，延长后到 ${next}`,
  decide: '决定',

  similarStates: { proposed: '待看', merged: '已合并', dismissed: '不同的' },
  similarEmpty: '没有像是同一件的事',
  similarEmptyNote: '系统认出两件事像是同一件，会到这里，由您看看要不要合并办理。',
  similarNone: '还没有',
  mergeGo: '去合并办理',
  look: (number: string) => `看 ${number}`,
  lookLabel: '看这件',

  checkStates: { review: '待看', waiting: '等微信检查', passed: '可以公开', refused: '不能公开' } as Record<CheckState, string>,
  checkTabs: { review: '待看', passed: '可以', refused: '不可以' },
  checkSubjects: { notice: '通知', hazard: '公开的隐患', statement: '协商发言', topic: '协商议题' } as Record<
    (typeof SUBJECT_TYPES)[number],
    string
  >,
  checkEmpty: '没有要看的',
  checkEmptyNote: '别人会看到的文字和照片，微信拿不准的，会到这里由人来看。',
  checkNone: '还没有',
  checkWhy: (why: string) => `为什么要人看：${why}`,
  checkDecided: (name: string, reason: string) => `${name}：${reason}`,
  checkByWeChat: '微信',
  checkDecide: '看过了，作决定',
  checksPage: '公开前看一看',
  checksPageNote: '大家提的议题、说的看法，微信拿不准的',
  checksWait: (count: string) => `${count} 条等您看`,
  checkTitle: '能不能给别人看',
  checkPass: '可以公开',
  checkRefuse: '不能公开',
  checkReason: '理由（不能公开时作者看得到）',
  checkUsual: '没有问题',
  checkDone: '已决定',

  supervisionsTitle: '督办',
  supervisionViews: { own: '要我答复的', given: '本地区的' },
  supervisionViewsLabel: '哪一边',
  supervisionTabs: { waiting: '等答复', replied: '已答复', done: '督办完' },
  supervisionEmpty: '没有督办',
  supervisionOwnNote: '督查员或综治中心问到您手上的事，会到这里。',
  supervisionGivenNote: '打开一件事，点“督办这件事”，经办人就必须在限期内答复。',
  supervisionTo: (name: string) => `由 ${name} 答复`,

  lightsTitle: '时限看板',
  lightsNote: '正在办的事：红灯是已超期，黄灯是快到期。只算您看得到的地区。',
  lightsEmpty: '这里没有正在办的事',
  lightsHead: ['地区', '在办', '黄灯', '红灯', '督办'],
  lightsTotal: '合计',
  lightsBar: (name: string, red: number, yellow: number, open: number) => `${name}：${open} 件在办，红灯 ${red}，黄灯 ${yellow}`,
  lightsGo: '看本地区事项',
  figures: { open: '在办', yellow: '黄灯', red: '红灯', supervised: '督办中' },

  railLights: '看板',
  railTools: '设置',
  toolsTitle: '中心设置',
  tools: {
    routing: '派单规则',
    deadlines: '时限规则',
    duty: '值班',
    notices: '发通知',
  },
  toolNotes: {
    routing: '什么事派给谁，挑人看重什么',
    deadlines: '每一步最多多久，改之前先看影响',
    duty: '紧急的事提醒谁',
    notices: '发给选定地区的居民，先看能到多少人',
  },
}
