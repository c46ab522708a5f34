import type { Mode } from '@shared/mediation/schemas'

type Asked = 'confirm' | 'decline' | 'cancel'

export const MODE_NOTES: Record<Mode, string> = {
  onsite: '面对面谈，最容易说开。',
  video: '用手机视频谈，调解员会把链接发给您。',
  phone: '到时候调解员打电话给您。',
}

/** What a resident may do with an appointment, and what is asked before. */
export const BOOKING_MOVES: Record<Asked, { button: string; title: string; note: string; reasons: readonly string[]; done: string }> = {
  confirm: { button: '同意这个时间', title: '就定这个时间？', note: '确认以后双方都会收到通知。', reasons: [], done: '已经确认，到时见' },
  decline: {
    button: '这个时间不行',
    title: '为什么不行？',
    note: '告诉大家换个时间。写上您什么时候方便更好。',
    reasons: ['那天要上班', '路太远，想换个方式谈', '想换个时间'],
    done: '已经告诉大家',
  },
  cancel: {
    button: '取消这次见面',
    title: '为什么取消？',
    note: '取消以后时间会让给别人。要改时间请用“改时间”，不用重新排队。',
    reasons: ['临时有事', '我们自己商量好了', '身体不舒服'],
    done: '已取消',
  },
}

export const texts = {
  title: '约个时间',
  titleReschedule: '改时间',
  which: '哪天方便？',
  morning: '上午',
  afternoon: '下午',
  how: '怎么谈',
  where: '在哪里谈',
  accessible: '有无障碍通道',
  noneTitle: '这两周没有共同空闲的时间',
  noneNote: '换一种方式看看，或者留言请调解员安排。',
  noneDay: '这一天约满了，看看别的日子。',
  chooseTime: '先选一个时间',
  confirm: (when: string) => `就约${when}`,
  confirmReschedule: (when: string) => `改到${when}`,
  promise: '对方确认后才算定下。改时间不用重新排队。',
  booked: '约好了，等对方确认',
  rescheduled: '已改时间，等对方确认',
  taken: '这个时间刚被约走了，请换一个',
  fullDay: (weekday: string, day: number) => `${weekday} ${day}日，没有空`,
  freeDay: (weekday: string, day: number) => `${weekday} ${day}日`,
  room: (name: string, room: string) => (room ? `${name} ${room}` : name),
  mediator: (name: string) => `和${name}`,
  meeting: '视频会议链接',
  copyMeeting: '复制链接',
  copied: '已复制，请到浏览器或会议软件里打开',
  awaitsYou: '等您确认',
  cardTitle: '约好的见面',
}
