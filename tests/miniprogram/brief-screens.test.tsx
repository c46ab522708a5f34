import type { BriefView } from '@shared/briefs/schemas'
import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { BriefsScreen } from '@/features/briefs/list/briefs-screen'
import { PreviewScreen } from '@/features/briefs/preview/preview-screen'
import { BriefScreen } from '@/features/briefs/read/brief-screen'
import { WriteScreen } from '@/features/briefs/write/write-screen'
import { queryClient } from '@/lib/query'
import { useApp } from '@/lib/store'
import { aBrief, aClaim } from './brief-fixtures'
import { type Answered, type Asked, device } from './doubles/taro'

type Answer = (asked: Asked) => object
let answers: Record<string, Answer | object>

const service = (asked: Asked): Answered => {
  const [path = ''] = asked.url.split('?')
  const found = answers[`${asked.method} ${asked.url}`] ?? answers[`${asked.method} ${path}`]
  const body = typeof found === 'function' ? (found as Answer)(asked) : found
  if (body && 'status' in body && 'body' in body) return body as Answered
  return { status: 200, body: body ?? { items: [], nextCursor: null } }
}
const sent = (method: string, path: string) =>
  device.asked.filter((one) => one.method === method && one.url.split('?')[0] === path).map(({ body }) => body)
const press = async (name: string | RegExp) => fireEvent.click((await screen.findAllByRole('button', { name })).at(-1) as HTMLElement)
const write = async (label: string, value: string) => fireEvent.change(await screen.findByLabelText(label), { target: { value } })
const isOff = (name: string) => screen.getByRole('button', { name }).getAttribute('aria-disabled') === 'true'
const as = (role: string) => {
  const me = {
    id: 'p1',
    name: '宋一鸣',
    roles: [{ role, organisationId: 'o1', organisationName: '', regionCode: '8801', regionName: '和安市' }],
  }
  useApp.setState({ status: 'in', hat: 'member', me: me as never })
}
const show = (page: ReactNode) => render(<QueryClientProvider client={queryClient}>{page}</QueryClientProvider>)
const problem = (status: number, code: string) => ({ status, body: { type: 'about:blank', status, code, title: '刚刚有变化' } })
const holds = (brief: BriefView) => {
  answers['GET /api/briefs/b1'] = brief
}

beforeEach(() => {
  device.reset()
  device.answer(service)
  queryClient.clear()
  answers = {}
  as('cppccMember')
})
afterEach(cleanup)

describe('the lists', () => {
  test('are those that the reader’s roles bring, and the first is the one with work', async () => {
    as('cppccOffice')
    answers['GET /api/briefs'] = { items: [{ ...aBrief({ state: 'submitted' }) }], nextCursor: null }
    show(<BriefsScreen view={undefined} />)
    await screen.findByText('关于老城区晚间水压不足的建议')
    expect(screen.getAllByRole('tab').map(({ textContent }) => textContent)).toEqual(['要办理的', '我的', '已采用'])
    expect(device.asked.some(({ url }) => url.includes('view=office'))).toBe(true)
  })

  test('say what to do when there is nothing', async () => {
    show(<BriefsScreen view="mine" />)
    await screen.findByText('还没有写过')
    await press('写一篇')
    expect(device.opened.at(-1)).toBe('/packages/member/pages/brief-write/index')
  })

  test('search only when asked to', async () => {
    show(<BriefsScreen view="mine" />)
    await write('例：停车 电梯', '水压')
    expect(device.asked.some(({ url }) => url.includes('q='))).toBe(false)
    await press('找')
    await waitFor(() => expect(device.asked.some(({ url }) => url.includes(`q=${encodeURIComponent('水压')}`))).toBe(true))
    await screen.findByText('没有找到')
  })

  test('show a department by when it has to answer', async () => {
    as('department')
    const dueAt = new Date(Date.now() - 3 * 3_600_000).toISOString()
    answers['GET /api/briefs'] = { items: [aBrief({ state: 'passedOn', dueAt })], nextCursor: null }
    show(<BriefsScreen view={undefined} />)
    await screen.findByText(/^答复已超 3 小时$/)
  })
})

describe('a brief', () => {
  test('offers exactly the steps that the service allows', async () => {
    holds(aBrief({ state: 'submitted', can: ['return', 'merge', 'accept'] }))
    show(<BriefScreen id="b1" />)
    await press('其他')
    await screen.findByText('退回修改')
    screen.getByText('并入另一篇')
    expect(screen.queryByText('登记采用')).toBeNull()
  })

  test('is returned with a reason only', async () => {
    holds(aBrief({ state: 'submitted', revision: 7, can: ['return'] }))
    answers['POST /api/briefs/b1/moves'] = aBrief({ state: 'returned', revision: 8, can: [] })
    show(<BriefScreen id="b1" />)
    await press('退回修改')
    expect(isOff('确定退回修改')).toBe(true)
    await write('为什么退回（作者会看到）', '第二条没有依据')
    await press('确定退回修改')
    await waitFor(() => expect(sent('POST', '/api/briefs/b1/moves')).toEqual([{ move: 'return', revision: 7, reason: '第二条没有依据' }]))
    await screen.findByText('退回修改')
    expect(device.toasts.at(-1)).toBe('已办：退回修改')
  })

  test('is passed on to a department with a day by which it answers', async () => {
    holds(aBrief({ state: 'accepted', revision: 2, can: ['passOn'] }))
    answers['GET /api/briefs/colleagues'] = { members: [], departments: [{ id: 'o9', name: '住建局' }] }
    answers['POST /api/briefs/b1/moves'] = aBrief({ state: 'passedOn', can: [] })
    show(<BriefScreen id="b1" />)
    await press('交部门办理')
    fireEvent.click(await screen.findByRole('radio', { name: '住建局' }))
    expect(isOff('确定交部门办理')).toBe(true)
    await write('什么时候前答复', '2030-01-15')
    await press('确定交部门办理')
    await waitFor(() =>
      expect(sent('POST', '/api/briefs/b1/moves')).toEqual([
        { move: 'passOn', revision: 2, departmentId: 'o9', dueAt: '2030-01-15T18:00:00+08:00' },
      ]),
    )
  })

  test('what was filled in for a step survives a closed app', async () => {
    holds(aBrief({ state: 'passedOn', can: ['answer'] }))
    show(<BriefScreen id="b1" />)
    await press('答复')
    await write('答复内容', '已列入年度计划')
    cleanup()
    show(<BriefScreen id="b1" />)
    await press('答复')
    expect(((await screen.findByLabelText('答复内容')) as HTMLTextAreaElement).value).toBe('已列入年度计划')
  })

  test('shows how it stands when somebody was faster', async () => {
    holds(aBrief({ state: 'submitted', can: ['accept', 'return'] }))
    answers['POST /api/briefs/b1/moves'] = () => {
      holds(aBrief({ state: 'returned', can: [] }))
      return problem(409, 'conflict')
    }
    show(<BriefScreen id="b1" />)
    await press('立案')
    await press('确定立案')
    await screen.findByText('作者还在写，写好以后提交给政协办公室。')
    expect(device.toasts).toContain('刚刚有变化，已换成最新的')
  })

  test('says why it was returned', async () => {
    const history = [{ at: '2026-11-25T09:00:00+08:00', by: '董致远', text: '退回修改：请补充数据' }]
    holds(aBrief({ state: 'returned', history }))
    show(<BriefScreen id="b1" />)
    expect((await screen.findAllByText('退回修改：请补充数据')).length).toBeGreaterThan(0)
  })
})

describe('writing', () => {
  const draft = aBrief({ revision: 5, situation: [aClaim('s1', '晚上水压不足')] })

  test('begins with a title and a place, and goes on in the brief itself', async () => {
    answers['POST /api/briefs'] = { status: 201, body: aBrief() }
    show(<WriteScreen id={undefined} source={{ signalId: 'g1', title: '水压' }} />)
    expect(isOff('开始写')).toBe(true)
    await write('题目', '晚间水压不足')
    await press('开始写')
    await waitFor(() => expect(sent('POST', '/api/briefs')).toEqual([{ title: '晚间水压不足', regionCode: '8801', signalId: 'g1' }]))
    await waitFor(() => expect(device.opened.at(-1)).toBe('/packages/member/pages/brief-write/index?id=b1'))
    expect([...device.storage.keys()].filter((key) => key.startsWith('briefStart'))).toEqual([])
  })

  test('saves what was written before the preview is opened', async () => {
    holds(draft)
    answers['PATCH /api/briefs/b1'] = ({ body }: Asked) => ({ ...draft, ...(body as object), revision: 6 })
    show(<WriteScreen id="b1" source={{}} />)
    await write('情况 1', '晚上八点以后三楼没水')
    await press('下一步：原因')
    await press('下一步：建议')
    await press('看一遍')
    await waitFor(() => expect(device.opened.at(-1)).toBe('/packages/member/pages/brief-preview/index?id=b1'))
    expect(sent('PATCH', '/api/briefs/b1')).toEqual([
      expect.objectContaining({ revision: 5, situation: [expect.objectContaining({ id: 's1', text: '晚上八点以后三楼没水' })] }),
    ])
  })

  test('does not open the preview on what could not be saved', async () => {
    holds(draft)
    answers['PATCH /api/briefs/b1'] = problem(503, 'unavailable')
    show(<WriteScreen id="b1" source={{}} />)
    await write('情况 1', '没网')
    await press('下一步：原因')
    await press('下一步：建议')
    await press('看一遍')
    await waitFor(() => expect(device.toasts).toContain('还没存上，先别急着往下走'))
    expect(device.opened).toEqual([])
    expect(JSON.stringify(device.storage.get('brief:b1'))).toContain('没网')
  })

  test('takes up what one has seen as evidence, and the claim rests on it', async () => {
    holds(draft)
    const note = { id: 'e1', type: 'note' as const, text: '三楼没有水', source: '走访' }
    answers['POST /api/briefs/b1/evidence'] = { status: 201, body: { ...draft, revision: 6, evidence: [note] } }
    answers['PATCH /api/briefs/b1'] = ({ body }: Asked) => ({ ...draft, evidence: [note], ...(body as object), revision: 7 })
    show(<WriteScreen id="b1" source={{}} />)
    await screen.findByText('还没有依据')
    await press('加依据')
    await press(/^调研所见/)
    await write('看到、听到了什么', '三楼没有水')
    await write('什么时候、在哪里', '走访')
    await press('用这个')
    await waitFor(() => expect(sent('POST', '/api/briefs/b1/evidence')).toEqual([{ type: 'note', text: '三楼没有水', source: '走访' }]))
    await waitFor(() => expect(sent('PATCH', '/api/briefs/b1')).toHaveLength(1))
    expect(sent('PATCH', '/api/briefs/b1')[0]).toMatchObject({ revision: 6, situation: [{ id: 's1', evidenceIds: ['e1'] }] })
    expect(screen.queryByText('还没有依据')).toBeNull()
    expect(device.storage.get('briefNote:b1')).toBeUndefined()
  })

  test('asks for no wording, which is logged, before somebody searches', async () => {
    holds(draft)
    show(<WriteScreen id="b1" source={{}} />)
    await press('加依据')
    await press(/^居民原话/)
    await screen.findByLabelText('例：水压 停水')
    expect(device.asked.some(({ url }) => url.startsWith('/api/opinion/wordings'))).toBe(false)
    await write('例：水压 停水', '没水')
    await press('找')
    await waitFor(() => expect(device.asked.some(({ url }) => url.startsWith('/api/opinion/wordings'))).toBe(true))
  })

  test('asks which text counts when it was changed elsewhere', async () => {
    holds(draft)
    answers['PATCH /api/briefs/b1'] = () => {
      holds({ ...draft, revision: 9, situation: [aClaim('s1', '电脑上写的')] })
      return problem(409, 'conflict')
    }
    show(<WriteScreen id="b1" source={{}} />)
    await write('情况 1', '手机上写的')
    await screen.findByText('这篇在别处改过')
    screen.getByText('电脑上写的')
    await press('用那边的，放下这里写的')
    expect(((await screen.findByLabelText('情况 1')) as HTMLTextAreaElement).value).toBe('电脑上写的')
  })

  test('of somebody who may not is not offered', async () => {
    holds(aBrief({ state: 'submitted', can: [] }))
    show(<WriteScreen id="b1" source={{}} />)
    await screen.findByText('现在不能改')
  })
})

describe('the preview', () => {
  const brief = aBrief({ revision: 5, situation: [aClaim('s1', '王老师家没水')], causes: [aClaim('c1', '管子老了')], missing: [] })
  const preview = {
    title: brief.title,
    parts: [
      { part: 'situation', claims: [{ id: 's1', text: '某老师家没水' }] },
      { part: 'causes', claims: [{ id: 'c1', text: '管子老了' }] },
      { part: 'suggestions', claims: [] },
    ],
    removed: [{ where: '情况反映第1条', kind: 'name', before: '王老师', after: '某老师' }],
    digest: 'd1',
  }
  beforeEach(() => {
    holds(brief)
    answers['GET /api/briefs/b1/preview'] = preview
  })

  test('shows both versions where something was taken out, and one where nothing was', async () => {
    show(<PreviewScreen id="b1" />)
    await screen.findByText('自动去掉了 1 处，免得认出是谁')
    expect(screen.getAllByText('您写的')).toHaveLength(1)
    expect(screen.getAllByText('管子老了')).toHaveLength(1)
    expect(screen.getAllByText('王老师').every(({ className }) => className === 'b-gone')).toBe(true)
  })

  test('submits exactly what was read, and only after it was read', async () => {
    answers['POST /api/briefs/b1/moves'] = aBrief({ state: 'submitted', can: ['withdraw'] })
    show(<PreviewScreen id="b1" />)
    await press('提交')
    expect(sent('POST', '/api/briefs/b1/moves')).toEqual([])
    fireEvent.click(screen.getByRole('checkbox'))
    await press('提交')
    await waitFor(() => expect(sent('POST', '/api/briefs/b1/moves')).toEqual([{ move: 'submit', revision: 5, digest: 'd1' }]))
    await waitFor(() => expect(device.opened.at(-1)).toBe('/packages/member/pages/brief/index?id=b1'))
  })

  test('has to be read again when the text was changed meanwhile', async () => {
    answers['POST /api/briefs/b1/moves'] = () => {
      answers['GET /api/briefs/b1/preview'] = { ...preview, digest: 'd2' }
      return problem(409, 'text_changed')
    }
    show(<PreviewScreen id="b1" />)
    fireEvent.click(await screen.findByRole('checkbox'))
    await press('提交')
    await waitFor(() => expect(screen.getByRole('checkbox').getAttribute('aria-checked')).toBe('false'))
    expect(device.opened).toEqual([])
  })

  test('leads back to the writer as long as something is missing', async () => {
    holds({ ...brief, missing: ['“意见建议”还没有写'] })
    show(<PreviewScreen id="b1" />)
    await screen.findByText('· “意见建议”还没有写')
    await press('回去补')
    expect(device.opened.at(-1)).toBe('/packages/member/pages/brief-write/index?id=b1')
  })

  test('lets a fellow member sign what was read', async () => {
    holds({ ...brief, can: ['sign', 'unsign'] })
    answers['PUT /api/briefs/b1/signature'] = { ...brief, can: ['unsign'] }
    show(<PreviewScreen id="b1" />)
    fireEvent.click(await screen.findByRole('checkbox'))
    await press('签名')
    await waitFor(() => expect(sent('PUT', '/api/briefs/b1/signature')).toEqual([{ digest: 'd1' }]))
  })
})
