import type { Room } from '@shared/cases/schemas'

export const ROOM_NAMES: Record<Room, string> = { applicant: '和经办人', respondent: '和经办人', joint: '大家一起' }
export const ROOM_NOTES: Record<Room, string> = {
  applicant: '只有您这一边和经办人看得到，对方看不到。',
  respondent: '只有您这一边和经办人看得到，对方看不到。',
  joint: '双方和经办人都看得到。',
}

export const texts = {
  title: '留言',
  empty: '还没有人说话',
  emptyNote: '有照片、单据、新情况，都可以发在这里。',
  older: '看更早的',
  placeholder: '写在这里',
  label: '留言内容',
  send: '发送',
  addPhoto: '加照片',
  readOnly: '您只能看，不能发言。',
  closed: '事情已经结束，不能再留言。需要时可以重新办理。',
  waiting: '还没有分给具体的人，分好以后就能留言。',
  failed: '没有发出去，字还在，网络好了再点发送',
  me: '我',
  jointTitle: '大家一起说话的房间',
  jointWhy: '双方都打开，才能一起说话；谁都可以随时关上。关上以后，说过的话还看得到。您和经办人单独说的话，对方一直看不到。',
  jointOpen: '我愿意一起说',
  jointOpened: '您这边打开了，等对方也打开',
  jointBoth: '双方都打开了，可以一起说话',
  jointWanted: '对方愿意一起说话，等您点头。',
  jointWaiting: '您这边已经打开，等对方也打开。',
  jointClosed: '现在没有打开，不能在这里说话。',
  jointClose: '关上',
  jointCloseTitle: '关上一起说话的房间？',
  jointCloseNote: '关上以后谁都不能在里面说话，以前说的还看得到。以后还可以再打开。',
  jointShut: '已经关上',
  cancel: '再想想',
  speakersOnly: '你们这一边推选了发言人，由他们在这里说。您可以在“和经办人”里说。',
}
