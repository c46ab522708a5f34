import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { ListScreen } from '@/features/consultations/list/list-screen'
import { MeetingScreen } from '@/features/consultations/meeting/meeting-screen'
import { ProposeScreen } from '@/features/consultations/propose/propose-screen'
import { TopicScreen } from '@/features/consultations/topic/topic-screen'
import { queryClient } from '@/lib/query'
import { useApp } from '@/lib/store'
import { consultationView, meetingView } from './consultation-fixtures'
import { type Answered, type Asked, device } from './doubles/taro'

let view: ReturnType<typeof consultationView>
let refuses: Answered | null
const BASE = '/api/consultations/t1'

const service = ({ method, url, body }: Asked): Answered => {
  const ok = (answer: unknown) => ({ status: 200, body: answer })
  if (refuses && method !== 'GET') return refuses
  if (url === '/api/consultations' && method === 'POST') return { status: 201, body: { ...view, ...(body as object), checking: true } }
  if (url.startsWith('/api/consultations?')) return ok({ items: [view], nextCursor: null })
  if (url.startsWith('/api/consultations/people')) {
    return ok({ members: [{ id: 'm1', name: '陈委员' }], departments: [{ id: 'o1', name: '住建局' }] })
  }
  if (url === `${BASE}/attendees`) {
    return ok({ items: [{ id: 'a1', name: '刘大姐', as: 'neighbour', state: 'in', checkedInAt: '2026-12-03T14:20:00+08:00' }] })
  }
  if (url === `${BASE}/check-in-code`)
    return ok({ code: 'w', page: 'packages/consultation/pages/topic/index?id=t1&checkIn=w', expiresAt: '2026-12-03T19:00:00+08:00' })
  if (url === `${BASE}/invitations`) {
    return {
      status: 201,
      body: { code: 'k', page: 'packages/consultation/pages/topic/index?id=t1&code=k', expiresAt: '2026-12-03T16:30:00+08:00' },
    }
  }
  if (url === `${BASE}/place` || url === `${BASE}/check-in`) {
    const mine = { state: 'in' as const, position: null, as: 'resident' as const, checkedIn: url.endsWith('check-in') }
    view = { ...view, meeting: meetingView({ mine }), can: ['leave'] }
    return ok(view)
  }
  if (url === `${BASE}/judgement`) {
    view = {
      ...view,
      judgement: { counts: null, people: null, until: null, mine: { score: (body as { score: number }).score, text: null } },
    }
    return ok(view)
  }
  if (url.startsWith('/api/regions')) return ok({ items: [{ code: '880101001', name: '柳林镇', level: 'township' }] })
  return ok(view)
}
const sent = (method: string, url: string) => device.asked.filter((one) => one.method === method && one.url === url).map(({ body }) => body)
const show = (page: ReactNode) => render(<QueryClientProvider client={queryClient}>{page}</QueryClientProvider>)
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }))
const write = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })
const topic = (over: Partial<{ code: string; checkIn: string }> = {}) =>
  show(<TopicScreen link={{ id: 't1', code: '', checkIn: '', ...over }} />)

beforeEach(() => {
  device.reset()
  device.answer(service)
  queryClient.clear()
  refuses = null
  view = consultationView()
  useApp.setState({
    status: 'in',
    hat: 'resident',
    me: { id: 'p1', name: '陈桂香', roles: [], phoneMasked: null, careMode: false, homeRegionCode: null, consentVersion: '1' } as never,
  })
})
afterEach(cleanup)

describe('a topic', () => {
  test('whoever scanned the code on the wall is signed in without another press, once', async () => {
    view = consultationView({
      state: 'scheduled',
      meeting: meetingView({ mine: { state: 'in', position: null, as: 'resident', checkedIn: false } }),
    })
    topic({ checkIn: 'w' })
    await screen.findByText('签到成功，请入座')
    expect(sent('POST', `${BASE}/check-in`)).toEqual([{ code: 'w' }])
  })

  test('a check-in that was refused says why and whom to ask', async () => {
    view = consultationView({ state: 'scheduled', meeting: meetingView() })
    refuses = { status: 409, body: { type: '', status: 409, code: 'conflict', title: '座位已经满了' } }
    topic({ checkIn: 'w' })
    await screen.findByText('座位已经满了。请让会场的工作人员看一下。')
  })

  test('an invitation takes its kept seat with its code', async () => {
    view = consultationView({ state: 'scheduled', meeting: meetingView(), can: ['signUp'] })
    topic({ code: 'k' })
    await press('接受，我来参加')
    await screen.findByText('已报名，到时候见')
    expect(sent('PUT', `${BASE}/place`)).toEqual([{ code: 'k' }])
  })

  test('a full meeting offers the waiting list, and a seat is given back only after a question', async () => {
    view = consultationView({ state: 'scheduled', meeting: meetingView({ taken: 30 }), can: ['signUp'] })
    topic()
    await press('排候补')
    await press('来不了了')
    expect(sent('DELETE', `${BASE}/place`)).toHaveLength(0)
    await press('让出座位')
    await waitFor(() => expect(sent('DELETE', `${BASE}/place`)).toHaveLength(1))
  })

  test('one press judges', async () => {
    view = consultationView({ state: 'reported', can: ['rate'] })
    topic()
    await press('评一评')
    fireEvent.click(await screen.findByRole('radio', { name: '满意' }))
    await waitFor(() => expect(sent('PUT', `${BASE}/judgement`)).toEqual([{ score: 4 }]))
  })

  test('a step that somebody else made meanwhile shows how it stands now, and what was written is kept', async () => {
    view = consultationView({ state: 'chosen', can: ['openCall'] })
    topic()
    await press('公开征询')
    write('背景材料', '有 320 户、90 个车位')
    refuses = { status: 409, body: { type: '', status: 409, code: 'conflict', title: '刚有变化' } }
    const before = device.asked.filter(({ method, url }) => method === 'GET' && url === BASE).length
    await press('发布，开始征询')
    await waitFor(() => expect(device.toasts).toContain('刚有变化'))
    await waitFor(() => expect(device.asked.filter(({ method, url }) => method === 'GET' && url === BASE).length).toBeGreaterThan(before))
    expect(device.storage.get('consultationMove:t1:openCall')).toContain('90 个车位')
  })

  test('words that were refused say why, and can be taken up again', async () => {
    const refused = { at: '2026-11-10T10:05:00+08:00', type: 'refused', by: '系统', text: '没有通过内容检查：写了别人的电话' }
    view = consultationView({ state: 'proposed', checking: true, history: [refused] })
    topic()
    await press('改一改，重新提')
    expect(device.storage.get('proposal')).toContain('晚上八点以后没有地方停车')
    expect(device.opened.at(-1)).toBe('/packages/consultation/pages/propose/index')
  })

  test('tasks go out with their departments and days', async () => {
    view = consultationView({ state: 'concluded', can: ['passOn'] })
    topic()
    await press('交部门办理')
    fireEvent.click(await screen.findByRole('radio', { name: '住建局' }))
    write('办什么', '划线')
    write('到哪天答复', '2026-12-20')
    await press('交办')
    await waitFor(() => expect(sent('POST', `${BASE}/moves`)).toHaveLength(1))
    expect(sent('POST', `${BASE}/moves`)[0]).toEqual({
      move: 'passOn',
      revision: 3,
      fileIds: [],
      tasks: [{ organisationId: 'o1', text: '划线', dueAt: '2026-12-20T18:00:00+08:00' }],
    })
  })
})

describe('proposing', () => {
  test('three questions, then the public version; what is sent once is one topic, and the draft goes', async () => {
    show(<ProposeScreen />)
    await press('下一步：为什么')
    screen.getByText('请写一句话，至少四个字')
    write('例：老旧小区晚上停车怎么划', '北门外停车怎么划')
    await press('下一步：为什么')
    fireEvent.change(screen.getByRole('textbox'), { target: { value: '晚上八点以后没有地方停车，消防通道也堵了' } })
    await press('下一步：在哪里')
    fireEvent.click(await screen.findByText('柳林镇'))
    await press('看一遍再提交')
    screen.getByText('别人会看到这些')
    expect(device.storage.get('proposal')).toContain('北门外停车怎么划')
    await press('提交')
    await waitFor(() => expect(device.opened.at(-1)).toBe('/packages/consultation/pages/topic/index?id=t1'))
    expect(sent('POST', '/api/consultations')).toEqual([
      { title: '北门外停车怎么划', text: '晚上八点以后没有地方停车，消防通道也堵了', regionCode: '880101001' },
    ])
    expect(device.storage.has('proposal')).toBe(false)
  })

  test('a killed app goes on where it was', async () => {
    show(<ProposeScreen />)
    write('例：老旧小区晚上停车怎么划', '北门外停车怎么划')
    await press('下一步：为什么')
    cleanup()
    show(<ProposeScreen />)
    screen.getByText('为什么要商量？')
  })
})

describe('the lists and the hall', () => {
  test('residents are not offered the list of work; members begin with it', async () => {
    show(<ListScreen />)
    await screen.findByText('北门外晚上停车怎么划')
    expect(screen.queryByRole('tab', { name: '等我办的' })).toBeNull()
    cleanup()
    useApp.setState({ hat: 'member' })
    show(<ListScreen view="work" />)
    await screen.findByRole('tab', { name: '等我办的' })
    await waitFor(() => expect(device.asked.some(({ url }) => url.includes('view=work'))).toBe(true))
  })

  test('who comes, the code on the wall, and an invitation that can be copied', async () => {
    view = consultationView({
      state: 'scheduled',
      meeting: meetingView({ checkedIn: 1 }),
      can: ['seeAttendees', 'checkInOthers', 'invite', 'writeMinutes'],
    })
    show(<MeetingScreen id="t1" />)
    await screen.findByText('刘大姐')
    screen.getByText('14:20 到')
    await press('放大投屏')
    screen.getByText('微信扫一扫，签到入座')
    await press('邀请一位')
    await press('生成邀请')
    screen.getByText('请写怎么称呼')
    write('怎么称呼', '赵工程师')
    fireEvent.click(screen.getByRole('radio', { name: '专家' }))
    await press('生成邀请')
    await screen.findByText('复制邀请链接')
    expect(sent('POST', `${BASE}/invitations`)).toEqual([{ as: 'expert', name: '赵工程师' }])
  })

  test('minutes are kept on the device until they are saved', async () => {
    view = consultationView({ state: 'scheduled', meeting: meetingView(), can: ['writeMinutes'] })
    show(<MeetingScreen id="t1" />)
    await press('写纪要')
    write('谁说了什么意思、谈成了什么、还有什么分歧', '到会 26 人，多数同意')
    expect(device.storage.get('minutes:t1')).toContain('到会 26 人')
    await press('保存纪要')
    await waitFor(() => expect(sent('PUT', `${BASE}/minutes`)).toEqual([{ revision: 3, text: '到会 26 人，多数同意', fileIds: [] }]))
    expect(device.storage.has('minutes:t1')).toBe(false)
  })
})
