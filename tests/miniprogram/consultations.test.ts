import type { ConsultationView } from '@shared/consultations/schemas'
import { CONSULTATION_STATES } from '@shared/consultations/words'
import { actsOf } from '@/features/consultations/acts'
import { checkInFrom, linkFrom } from '@/features/consultations/links'
import { bodyOf, type Given, lackOf, newGiven } from '@/features/consultations/moves/move-form'
import { fromSignal, missingIn, newProposal, bodyOf as proposalBody } from '@/features/consultations/propose/propose-draft'
import { nextOf, phaseOf, STEP_OF, seatWords, supportShare } from '@/features/consultations/steps'
import { consultationView, meetingView } from './consultation-fixtures'

const NOW = Date.parse('2026-11-26T09:00:00+08:00')
const next = (over: Partial<ConsultationView>) => nextOf(consultationView(over), NOW)

describe('what comes next', () => {
  test('a proposal says how many supporters it lacks, and whom it waits for once it has them', () => {
    expect(next({ state: 'proposed', supporters: 12, supportNeeded: 20 }).title).toBe('再有 8 个人支持，就可以正式商量')
    expect(next({ state: 'proposed', supporters: 20, supportNeeded: 20 }).title).toBe('等政协办公室决定立不立项')
    expect(next({ state: 'proposed', checking: true, supportNeeded: 20 }).title).toContain('先看一遍文字')
  })

  test('a meeting says when and where, then that it is on, then that its opinion is being written', () => {
    const at = (meetingAt: string) => next({ state: 'scheduled', meeting: meetingView({ at: meetingAt, minutes: 60 }) })
    expect(at('2026-12-03T14:30:00+08:00').title).toBe('12月3日 周四 14:30 在居委会二楼当面商量')
    expect(at('2026-11-26T08:30:00+08:00').title).toBe('协商会正在开，在居委会二楼')
    expect(at('2026-11-26T07:00:00+08:00').title).toBe('协商会开过了，正在整理协商意见')
    expect(phaseOf({ at: '2026-11-26T08:00:00+08:00', minutes: 60 }, NOW)).toBe('after')
  })

  test('the reader’s own seat comes before the number of those left', () => {
    const seat = (over: object) => seatWords(meetingView({ places: 30, taken: 28, ...over }))
    expect(seat({})).toBe('还有 2 个座位。')
    expect(seat({ taken: 30 })).toBe('座位满了，可以排候补。')
    expect(seat({ taken: 30, mine: { state: 'waiting', position: 3, as: 'resident', checkedIn: false } })).toContain('候补第 3 位')
    expect(seat({ mine: { state: 'in', position: null, as: 'resident', checkedIn: false } })).toContain('给您留了座位')
    expect(seat({ mine: { state: 'in', position: null, as: 'resident', checkedIn: true } })).toBe('您已签到。')
  })

  test('tasks name how many departments are still at work and the last day', () => {
    const task = (id: string, dueAt: string, done: boolean | null) => ({
      id,
      organisationId: id,
      organisation: '住建局',
      text: '划线',
      dueAt,
      answer: done === null ? null : { text: '好了', done, at: dueAt, files: [] },
      can: [],
    })
    const tasks = [task('a', '2026-12-01T18:00:00+08:00', true), task('b', '2026-12-20T18:00:00+08:00', null)]
    expect(next({ state: 'passedOn', tasks }).title).toBe('还有 1 个部门在办，最晚 12月20日 答复')
    expect(next({ state: 'passedOn', tasks: tasks.slice(0, 1) }).title).toBe('部门都答复了，正在整理结果')
  })

  test('whoever has to take the step reads so, and everybody else what is waited for', () => {
    const proposed = { state: 'proposed' as const, supporters: 20, supportNeeded: 20 }
    expect(next({ ...proposed, can: ['choose', 'decline'] }).title).toBe('请您决定立不立项')
    expect(next({ ...proposed, can: ['support'] }).title).toBe('等政协办公室决定立不立项')
    expect(next({ state: 'open', can: ['schedule', 'vote'] }).title).toBe('正在听大家的看法')
  })

  test('every state has its words and its step', () => {
    for (const state of CONSULTATION_STATES) {
      expect(next({ state }).title).not.toBe('')
      expect(STEP_OF[state]).toBeGreaterThanOrEqual(0)
    }
    expect(supportShare({ supporters: 30, supportNeeded: 20 })).toBe(1)
    expect(supportShare({ supporters: 0, supportNeeded: 0 })).toBe(1)
  })
})

describe('the buttons', () => {
  test('come from what the service allows, the next step first; what was done already is not offered again', () => {
    expect(actsOf(consultationView({ state: 'proposed', can: ['decline', 'choose', 'support'] }))).toEqual(['choose', 'support', 'decline'])
    expect(actsOf(consultationView({ state: 'proposed', can: ['support'], supported: true }))).toEqual([])
    expect(actsOf(consultationView({ can: [] }))).toEqual([])
  })

  test('the hall comes before the opinion until there are minutes', () => {
    const can = ['conclude', 'reschedule', 'writeMinutes', 'seeAttendees', 'vote'] as ConsultationView['can']
    const scheduled = { state: 'scheduled' as const, meeting: meetingView(), can }
    expect(actsOf(consultationView(scheduled))[0]).toBe('meeting')
    const minutes = { text: '到会 26 人', files: [], at: '2026-11-26T08:00:00+08:00' }
    expect(actsOf(consultationView({ ...scheduled, minutes }))[0]).toBe('conclude')
    expect(actsOf(consultationView({ ...scheduled, minutes })).at(-1)).toBe('meeting')
  })

  test('who has judged may change it, but is not asked again before anything else', () => {
    const judged = { counts: null, people: null, until: null, mine: { score: 4, text: null } }
    expect(actsOf(consultationView({ state: 'reported', can: ['rate', 'brief'], judgement: judged }))).toEqual(['brief', 'rate'])
  })
})

describe('a step’s form', () => {
  const given = (over: Partial<Given> = {}): Given => ({ ...newGiven(consultationView()), ...over })

  test('says what is missing, one thing at a time', () => {
    expect(lackOf('choose', given(), NOW)).toBe('请选一位委员牵头')
    expect(lackOf('decline', given({ words: '  ' }), NOW)).toBe('请写清原因')
    expect(lackOf('schedule', given(), NOW)).toBe('请选哪天')
    expect(lackOf('schedule', given({ day: '2026-11-26', time: '08:00', place: '居委会' }), NOW)).toBe('时间已经过了，请选以后的时间')
    expect(lackOf('schedule', given({ day: '2026-12-03' }), NOW)).toBe('请写在哪里开会')
    expect(lackOf('schedule', given({ day: '2026-12-03', place: '居委会', places: '0' }), NOW)).toBe('座位要在 1 到 500 个之间')
    expect(lackOf('passOn', given({ tasks: [{ organisationId: 'o', text: '划线', day: '' }] }), NOW)).toBe('第 1 件：请选到哪天答复')
    expect(lackOf('report', given({ words: '办好了' }), NOW)).toBe('')
  })

  test('sends what its move takes, and nothing of the others', () => {
    expect(bodyOf('choose', 3, given({ leadId: 'm1', words: '别的' }), [])).toEqual({
      move: 'choose',
      revision: 3,
      fileIds: [],
      leadId: 'm1',
    })
    expect(bodyOf('schedule', 4, given({ day: '2026-12-03', time: '14:30', place: ' 居委会 ', places: '25' }), []).meeting).toEqual({
      at: '2026-12-03T14:30:00+08:00',
      minutes: 120,
      place: '居委会',
      places: 25,
    })
    expect(bodyOf('passOn', 6, given({ tasks: [{ organisationId: 'o', text: ' 划线 ', day: '2026-12-20' }] }), []).tasks).toEqual([
      { organisationId: 'o', text: '划线', dueAt: '2026-12-20T18:00:00+08:00' },
    ])
    expect(bodyOf('openCall', 2, given({ words: '来龙去脉' }), ['f1'])).toEqual({
      move: 'openCall',
      revision: 2,
      fileIds: ['f1'],
      background: '来龙去脉',
    })
  })

  test('a meeting that is put off begins with where and when it was to be', () => {
    const { day, time, place, places } = newGiven(consultationView({ meeting: meetingView({ places: 40 }) }))
    expect({ day, time, place, places }).toEqual({ day: '2026-12-03', time: '14:30', place: '居委会二楼', places: '40' })
  })
})

describe('links', () => {
  test('a page’s own parameters, or an address that WeChat scanned', () => {
    expect(linkFrom({ id: 't1', checkIn: 'abc' })).toEqual({ id: 't1', code: '', checkIn: 'abc' })
    const scanned = encodeURIComponent('https://example.cn/#/packages/consultation/pages/topic/index?id=t1&code=xyz')
    expect(linkFrom({ q: scanned })).toEqual({ id: 't1', code: 'xyz', checkIn: '' })
  })

  test('only the code of this very meeting is taken', () => {
    const wall = 'https://example.cn/#/packages/consultation/pages/topic/index?id=t1&checkIn=a%2Bb'
    expect(checkInFrom(wall, 't1')).toBe('a+b')
    expect(checkInFrom(wall, 't2')).toBe('')
    expect(checkInFrom('https://elsewhere.cn/x', 't1')).toBe('')
  })
})

describe('a proposal', () => {
  const village = { code: '880101001001', name: '杏花村', level: 'village' as const }
  const city = { code: '8801', name: '和安市', level: 'city' as const }

  test('is not left forwards before the step is answered; a whole city is for the CPPCC alone', () => {
    const draft = newProposal()
    expect(missingIn({ ...draft, title: '停车' }, false)).toBe('请写一句话，至少四个字')
    expect(missingIn({ ...draft, title: '停车怎么划' }, false)).toBe('')
    expect(missingIn({ ...draft, step: 'why', text: '没地方停' }, false)).not.toBe('')
    expect(missingIn({ ...draft, step: 'where', region: [city] }, false)).toBe('请选是哪里的事')
    expect(missingIn({ ...draft, step: 'where', region: [city] }, true)).toBe('')
    expect(missingIn({ ...draft, step: 'where', region: [city, village] }, false)).toBe('')
  })

  test('a signal begins anew, unless it is being written about already', () => {
    const draft = { ...newProposal(), title: '别的事' }
    expect(fromSignal(draft, 's1', '电梯困人')).toMatchObject({ title: '电梯困人', signalId: 's1', text: '' })
    const begun = { ...newProposal(), signalId: 's1', title: '电梯困人怎么办' }
    expect(fromSignal(begun, 's1', '电梯困人')).toBe(begun)
    expect(proposalBody({ ...begun, text: ' 十几户都遇到过 ', region: [city, village] })).toEqual({
      title: '电梯困人怎么办',
      text: '十几户都遇到过',
      regionCode: '880101001001',
      signalId: 's1',
    })
  })
})
