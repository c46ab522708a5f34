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
}
