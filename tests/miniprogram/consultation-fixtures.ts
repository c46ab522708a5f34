import type { ConsultationView, MeetingView } from '@shared/consultations/schemas'

/** A meeting as a resident without a seat sees it. */
export const meetingView = (over: Partial<MeetingView> = {}): MeetingView => ({
  at: '2026-12-03T14:30:00+08:00',
  minutes: 120,
  place: '居委会二楼',
  places: 30,
  taken: 12,
  waiting: 0,
  checkedIn: 0,
  mine: null,
  ...over,
})

/** A topic on which people say what they think. */
export const consultationView = (over: Partial<ConsultationView> = {}): ConsultationView => ({
  id: 't1',
  title: '北门外晚上停车怎么划',
  state: 'open',
  regionCode: '880101001001',
  regionName: '和安市 · 青溪县 · 柳林镇 · 杏花村',
  proposer: 'resident',
  checking: false,
  supporters: 24,
  supportNeeded: 20,
  voters: 0,
  meetingAt: null,
  createdAt: '2026-11-10T10:00:00+08:00',
  updatedAt: '2026-11-20T10:00:00+08:00',
  revision: 3,
  text: '晚上八点以后没有地方停车',
  category: null,
  signalId: null,
  supported: false,
  lead: { id: 'm1', name: '陈委员' },
  background: null,
  backgroundFiles: [],
  meeting: null,
  minutes: null,
  opinion: null,
  tasks: [],
  summary: null,
  judgement: null,
  history: [{ at: '2026-11-10T10:00:00+08:00', type: 'proposed', by: '居民', text: '提出议题' }],
  can: [],
  ...over,
})
