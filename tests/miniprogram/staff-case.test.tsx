import type { CaseView } from '@shared/cases/schemas'
import type { SimilarPair } from '@shared/duplicates/schemas'
import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { telling } from '@/features/workbench/case/assignment-sheet'
import { changeOf } from '@/features/workbench/case/classify-sheet'
import { StaffCaseScreen } from '@/features/workbench/case/staff-case-screen'
import { queryClient } from '@/lib/query'
import { useApp } from '@/lib/store'
import { type Answered, type Asked, device } from './doubles/taro'
import { caseView, similarPair } from './fixtures'

let view: CaseView
let lists: Record<string, object[]>

const service = ({ method, url }: Asked): Answered => {
  if (method === 'GET') {
    const name = /^\/api\/cases\/c1\/(\w+)$/.exec(url)?.[1]
    if (name) return { status: 200, body: { items: lists[name] ?? [], nextCursor: null } }
    if (url === '/api/cases/c1') return { status: 200, body: view }
    if (url.startsWith('/api/organisations')) return { status: 200, body: { items: [{ id: 'o1', name: '消防站' }] } }
    return { status: 200, body: { items: [], nextCursor: null } }
  }
  if (url === '/api/cases/c1/linked/messages') return { status: 201, body: { told: 3 } }
  return { status: 200, body: view }
}
const sent = (url: string) => device.asked.filter((one) => one.method === 'POST' && one.url === url).map(({ body }) => body)
const show = (over: Partial<CaseView>) => {
  view = caseView(over)
  render(
    <QueryClientProvider client={queryClient}>
      <StaffCaseScreen id="c1" />
    </QueryClientProvider>,
  )
}
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }))
const write = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })

beforeEach(() => {
  device.reset()
  device.answer(service)
  queryClient.clear()
  lists = {}
  useApp.setState({ status: 'in', hat: 'staff', me: { id: 'm', name: '周桂兰', roles: [{ role: 'mediator' }] } as never })
})
afterEach(cleanup)

describe('danger and order', () => {
  test('a dangerous matter says so in words, and why', async () => {
    show({ risk: 'A', riskSigns: ['violence', 'minors'] })
    await screen.findByText('紧急')
    screen.getByText('紧急：可能有人身伤害、涉及未成年人')
  })

  test('only what was changed is sent, with the revision that was seen', async () => {
    expect(changeOf(caseView(), caseView())).toBeUndefined()
    show({ can: ['classify'] })
    await press('改分类')
    expect(screen.getByRole('button', { name: '还没有改动' }).getAttribute('aria-disabled')).toBe('true')
    fireEvent.click(screen.getByRole('radio', { name: /^高风险/ }))
    await press('改好了')
    await waitFor(() => expect(sent('/api/cases/c1/classification')).toEqual([{ risk: 'B', revision: 4 }]))
  })

  test('a category that does not suit the new kind must be changed with it', async () => {
    show({ can: ['classify'], kind: 'complaint', category: 'property.lift' })
    await press('改分类')
    fireEvent.click(screen.getByRole('radio', { name: '隐患' }))
    screen.getByText('这一类和选的“哪一种事”对不上，请换一类')
    expect(screen.getByRole('button', { name: '改好了' }).getAttribute('aria-disabled')).toBe('true')
    // a complaint that was accepted cannot become a dispute any more
    expect(screen.queryByRole('radio', { name: '矛盾纠纷' })).toBeNull()
  })

  test('a kind stays once work has begun', async () => {
    show({ can: ['classify'], status: 'handling' })
    await press('改分类')
    screen.getByText('已经开始办，不能再改是哪一种事')
  })
})

test('why somebody has the case is a table of what told the candidates apart', async () => {
  const parts = { speciality: 40, level: 30, language: 5, distance: 10, load: 12.34, fairness: 3 }
  const candidates = [
    { name: '周桂兰', score: 100.34, parts },
    { name: '李福生', score: 60, parts: { ...parts, speciality: 0 } },
  ]
  expect(telling(candidates)).toEqual(['speciality'])
  lists.assignments = [
    { at: '2026-11-25T09:00:00+08:00', by: 'silence', rule: '消防归消防', version: 3, chosen: '周桂兰', why: '离得最近', candidates },
  ]
  show({ can: ['readAssignment'] })
  await press('看看为什么派给这位')
  await screen.findByText('派给 周桂兰')
  screen.getByText(/一直没回音，转派的 · 按规则“消防归消防”/)
  screen.getByText('100.3')
})

describe('cases that look alike', () => {
  const pairs = (...over: Partial<SimilarPair>[]) => over.map((each) => similarPair(each))

  test('are merged into the one that is chosen', async () => {
    lists.similar = pairs({})
    show({ can: ['readSimilar', 'merge'] })
    await screen.findByText('像是同一件事 · 像 82% · 相距约 40 米 · 都说到：三号楼、纸箱')
    fireEvent.click(screen.getAllByRole('button', { name: '合并办理' }).at(0) as HTMLElement)
    await press('确定合并办理')
    await waitFor(() => expect(sent('/api/cases/c1/moves')).toEqual([{ move: 'merge', revision: 4, leadId: 'c0' }]))
  })

  test('are dismissed by one press', async () => {
    lists.similar = pairs({})
    show({ can: ['readSimilar'] })
    await press('不是同一件')
    await waitFor(() => expect(sent('/api/similar-cases/pair1/dismissal')).toHaveLength(1))
  })

  test('stay out of sight where the other may not be seen or where it was decided', async () => {
    lists.similar = pairs({ id: 'p2', state: 'dismissed' }, { id: 'p3', cases: similarPair().cases.slice(1) })
    show({ can: ['readSimilar', 'merge'] })
    await screen.findByText('居民怎么说')
    await waitFor(() => expect(device.asked.some(({ url }) => url === '/api/cases/c1/similar')).toBe(true))
    expect(screen.queryByText('看起来像的事')).toBeNull()
  })

  test('everybody of one matter is told by one message', async () => {
    show({ can: ['tellLinked'], linked: { leadId: null, leadNumber: null, followers: 2 } })
    await screen.findByText('另有 2 件和这一件合在一起办，办好了一起办结。')
    await press('给每一家说一声')
    write('要说的话', '师傅周四上午到')
    await press('发给 3 家')
    await waitFor(() => expect(sent('/api/cases/c1/linked/messages')).toEqual([{ text: '师傅周四上午到' }]))
    expect(device.toasts).toContain('已发给 3 家')
  })
})

describe('questions to others', () => {
  const question = {
    id: 'q1',
    to: '消防站',
    question: '通道要留多宽',
    files: [],
    askedAt: '2026-11-24T10:00:00+08:00',
    answer: null,
    answeredAt: null,
    dueAt: '2026-11-25T18:00:00+08:00',
    overdue: true,
    withdrawn: false,
  }

  test('say when they are late, and can be taken back', async () => {
    show({ can: ['ask'], questions: [question] })
    await screen.findByText('已过期')
    screen.getByText('11月25日 周三 18:00 前要答复')
    await press('收回')
    fireEvent.click((await screen.findAllByRole('button', { name: '收回' })).at(-1) as HTMLElement)
    await waitFor(() => expect(sent('/api/cases/c1/questions/q1/withdraw')).toHaveLength(1))
  })

  test('that were taken back are not answered any more', async () => {
    show({ can: ['answer'], relation: 'contributor', questions: [{ ...question, overdue: false, withdrawn: true }] })
    await screen.findByText('已收回')
    expect(screen.queryByRole('button', { name: '写答复' })).toBeNull()
  })
})

describe('a deadline', () => {
  const span = { startedAt: '2025-11-24T10:00:00+08:00', dueAt: '2025-11-26T18:00:00+08:00', light: 'none' as const, extended: '' }

  test('that has ended says when, and whether that was too late', async () => {
    show({
      deadlines: [
        { ...span, kind: 'accept', open: false, endedAt: '2025-11-24T14:30:00+08:00' },
        { ...span, kind: 'total', open: false, endedAt: '2025-11-28T09:00:00+08:00' },
        { ...span, kind: 'reply', open: false, endedAt: null },
      ],
    })
    await screen.findByText('2025年11月24日 14:30 结束')
    screen.getByText('2025年11月28日 09:00 结束 · 超过时限')
    screen.getByText('已结束')
  })
})

describe('more time', () => {
  const span = { startedAt: '2026-11-24T10:00:00+08:00', dueAt: '2026-11-26T18:00:00+08:00' }
  const running = { kind: 'total' as const, ...span, open: true, endedAt: null }

  test('is asked for with days and a reason, and what was decided stands below', async () => {
    const asked = {
      id: 'e1',
      caseId: 'c1',
      caseNumber: '',
      caseTitle: '',
      deadline: 'total',
      workingDays: 2,
      reason: '等鉴定',
      askedBy: '周桂兰',
      askedAt: '2026-11-24T10:00:00+08:00',
      dueAt: running.dueAt,
      newDueAt: '2026-11-30T18:00:00+08:00',
      state: 'refused',
      decision: '先把能做的做了',
      decidedBy: '赵强',
      can: [],
    }
    lists.extensions = [asked]
    show({ can: ['askExtension'], deadlines: [{ ...running, light: 'yellow', extended: '' }] })
    await screen.findByText('赵强：先把能做的做了')
    screen.getByText(/^快到期 · /)
    await press('申请延长')
    fireEvent.click(screen.getByRole('button', { name: '延长几个工作日 增加' }))
    write('为什么要延长', '师傅下周才来')
    await press('交给中心决定')
    await waitFor(() => expect(sent('/api/cases/c1/extensions')).toEqual([{ deadline: 'total', workingDays: 4, reason: '师傅下周才来' }]))
  })
})

describe('a question from above', () => {
  const asked = {
    id: 's1',
    caseId: 'c1',
    caseNumber: '',
    caseTitle: '',
    state: 'waiting',
    byName: '马丽',
    toName: '周桂兰',
    dueAt: '2026-11-27T18:00:00+08:00',
    overdue: false,
    words: [{ at: '2026-11-25T10:00:00+08:00', by: '马丽', side: 'supervisor', text: '为什么超期' }],
    can: ['reply'],
  }

  test('is answered by the owner', async () => {
    lists.supervisions = [asked]
    show({})
    await screen.findByText('马丽：为什么超期')
    await press('答复督办')
    write('怎么办的，接下来怎么办', '今天去现场')
    await press('发出答复')
    await waitFor(() => expect(sent('/api/supervisions/s1/reply')).toEqual([{ text: '今天去现场' }]))
  })

  test('is settled by whoever asked, only after an answer', async () => {
    lists.supervisions = [
      { ...asked, id: 's2', can: ['judge'] },
      { ...asked, state: 'replied', can: ['judge'] },
    ]
    show({ relation: 'supervisor', can: ['supervise'] })
    await screen.findAllByText('马丽：为什么超期')
    expect(screen.getAllByRole('button', { name: '可以了' })).toHaveLength(1)
    await press('可以了')
    await waitFor(() => expect(sent('/api/supervisions/s1/judgement')).toEqual([{ done: true }]))
  })
})
