import type { OpinionView, StatementView } from '@shared/consultations/opinion'
import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { GroupsScreen } from '@/features/consultations/opinion/groups/groups-screen'
import { VoteScreen } from '@/features/consultations/opinion/vote/vote-screen'
import { queryClient } from '@/lib/query'
import { useApp } from '@/lib/store'
import { consultationView } from './consultation-fixtures'
import { type Answered, type Asked, device } from './doubles/taro'

const BASE = '/api/consultations/t1'
let statements: StatementView[]
let view: ReturnType<typeof consultationView>
let opinion: OpinionView
let refuse: Answered | null

const statement = (id: string, over: Partial<StatementView> = {}): StatementView => ({
  id,
  text: `第${id}句话`,
  state: 'shown',
  reason: null,
  mine: false,
  answer: null,
  can: ['answer'],
  ...over,
})
const ok = (body: unknown): Answered => ({ status: 200, body })
const listOf = (url: string): StatementView[] => {
  if (url.includes('view=mine')) return statements.filter(({ mine }) => mine)
  const shown = statements.filter(({ state }) => state === 'shown')
  return url.includes('view=next') ? shown.filter(({ answer, mine }) => answer === null && !mine) : shown
}

const service = ({ method, url, body }: Asked): Answered => {
  if (refuse && method !== 'GET') return refuse
  if (url.startsWith(`${BASE}/statements`) && method === 'GET') return ok({ items: listOf(url), nextCursor: null })
  if (url === `${BASE}/statements`) {
    const added = statement('9', { ...(body as { text: string }), state: 'checking', mine: true, can: [] })
    statements = [...statements, added]
    return { status: 201, body: added }
  }
  if (url === `${BASE}/opinion`) return ok(opinion)
  const [, id, what] = /statements\/(\w+)\/(\w+)$/.exec(url) ?? []
  if (what === 'answer') statements = statements.map((one) => (one.id === id ? { ...one, ...(body as object) } : one))
  if (what === 'hide') statements = statements.map((one) => (one.id === id ? { ...one, state: 'hidden', can: [] } : one))
  if (what) return ok(statements.find((one) => one.id === id))
  return ok(view)
}
const sent = (method: string, url: string) => device.asked.filter((one) => one.method === method && one.url === url).map(({ body }) => body)
const show = (page: ReactNode) => render(<QueryClientProvider client={queryClient}>{page}</QueryClientProvider>)
const choose = async (name: string) => fireEvent.click(await screen.findByRole('radio', { name }))
const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }))
const tab = async (name: string) => fireEvent.click(await screen.findByRole('tab', { name }))

beforeEach(() => {
  device.reset()
  device.answer(service)
  queryClient.clear()
  refuse = null
  statements = [statement('1'), statement('2'), statement('3')]
  view = consultationView({ can: ['vote', 'addStatement'] })
  const says = (agree: number, disagree: number) => ({ voters: 30, agree, disagree })
  opinion = {
    voters: 60,
    statements: 3,
    ready: true,
    computedAt: '2026-11-26T09:00:00+08:00',
    groups: [
      { name: '观点一', people: 30, typical: [{ statementId: '1', text: '先保消防通道', byGroup: [says(0.9, 0.05), says(0.4, 0.5)] }] },
      { name: '观点二', people: 30, typical: [] },
    ],
    united: [{ statementId: '2', text: '要装路灯', byGroup: [says(0.95, 0), says(0.88, 0.02)] }],
    dividing: [{ statementId: '3', text: '每月收六十元', byGroup: [says(0.2, 0.7), null] }],
    all: [{ statementId: '2', text: '要装路灯', byGroup: [says(0.95, 0), says(0.88, 0.02)] }],
    map: { side: 4, clouds: [{ group: 0, column: 0, row: 3, people: 30 }] },
    me: { group: 1, x: 0.5, y: 0.5 },
  }
  useApp.setState({ status: 'in', hat: 'resident', me: null })
})
afterEach(cleanup)

describe('saying what one thinks', () => {
  test('one statement at a time; each press is one answer, and the next one comes', async () => {
    show(<VoteScreen id="t1" />)
    await screen.findByText('第1句话')
    expect(screen.queryByText('第2句话')).toBeNull()
    await choose('同意')
    await screen.findByText('第2句话')
    await choose('说不准')
    await screen.findByText('第3句话')
    await choose('不同意')
    await screen.findByText('这些话您都看过了')
    expect(sent('PUT', `${BASE}/statements/1/answer`)).toEqual([{ answer: 'agree' }])
    expect(sent('PUT', `${BASE}/statements/2/answer`)).toEqual([{ answer: 'pass' }])
    expect(sent('PUT', `${BASE}/statements/3/answer`)).toEqual([{ answer: 'disagree' }])
  })

  test('the one before can be changed, and then it goes on where it was', async () => {
    show(<VoteScreen id="t1" />)
    await screen.findByText('第1句话')
    await choose('同意')
    await screen.findByText('第2句话')
    await press('改上一条')
    await screen.findByText('第1句话')
    expect(screen.getByRole('radio', { name: '同意' }).getAttribute('aria-checked')).toBe('true')
    await choose('不同意')
    await screen.findByText('第2句话')
    expect(sent('PUT', `${BASE}/statements/1/answer`)).toEqual([{ answer: 'agree' }, { answer: 'disagree' }])
  })

  test('an answer that did not arrive leaves the statement where it is', async () => {
    show(<VoteScreen id="t1" />)
    await screen.findByText('第1句话')
    refuse = { status: 429, body: { type: 'about:blank', status: 429, code: 'too_many_requests', title: '太快了，请稍等' } }
    await choose('同意')
    await waitFor(() => expect(device.toasts).toEqual(['太快了，请稍等']))
    expect(screen.getByText('第1句话')).toBeTruthy()
  })

  test('a statement of one’s own survives until it is sent, then its state is shown', async () => {
    show(<VoteScreen id="t1" />)
    await press('我也说一句')
    fireEvent.change(screen.getByLabelText('您的看法'), { target: { value: '空着的访客车位让居民停' } })
    cleanup()
    show(<VoteScreen id="t1" />)
    await press('接着写没提交的那句')
    await press('提交')
    await screen.findByText('检查文字中')
    expect(sent('POST', `${BASE}/statements`)).toEqual([{ text: '空着的访客车位让居民停' }])
    expect([...device.storage.keys()].filter((key) => key.startsWith('statement-'))).toEqual([])
  })

  test('too short a statement is not sent, and it says why', async () => {
    show(<VoteScreen id="t1" />)
    await press('我也说一句')
    fireEvent.change(screen.getByLabelText('您的看法'), { target: { value: '好' } })
    await press('提交')
    await screen.findByText('请写一句话，至少四个字')
    expect(sent('POST', `${BASE}/statements`)).toEqual([])
  })

  test('one’s own that was refused says why', async () => {
    statements = [statement('4', { state: 'refused', reason: '点了别人的门牌', mine: true, can: [] })]
    show(<VoteScreen id="t1" />)
    await tab('我说的')
    await screen.findByText('没有公开')
    await screen.findByText('原因：点了别人的门牌')
  })

  test('only whom the service lets hide is offered it, and a reason is asked for', async () => {
    show(<VoteScreen id="t1" />)
    await tab('全部')
    await screen.findByText('第1句话')
    expect(screen.queryByText('收起这句')).toBeNull()
    cleanup()
    queryClient.clear()
    statements = [statement('1', { can: ['hide'] })]
    show(<VoteScreen id="t1" />)
    await tab('全部')
    fireEvent.click(await screen.findByText('收起这句'))
    await press('收起')
    await screen.findByText('请写清原因')
    fireEvent.change(screen.getByLabelText('原因'), { target: { value: '写了别人的姓' } })
    await press('收起')
    await waitFor(() => expect(sent('POST', `${BASE}/statements/1/hide`)).toEqual([{ reason: '写了别人的姓' }]))
  })

  test('when the call is over nothing can be said, and the way to what people think is shown', async () => {
    view = consultationView({ state: 'concluded', can: [] })
    show(<VoteScreen id="t1" />)
    await screen.findByText('现在不能再表态了')
    expect(screen.queryByRole('radio')).toBeNull()
  })
})

describe('what people think', () => {
  test('the reader’s own group, what unites and what divides, each with its numbers', async () => {
    show(<GroupsScreen id="t1" />)
    await screen.findByText('您的看法和“观点二”的人最接近')
    expect(screen.getByText('要装路灯')).toBeTruthy()
    expect(screen.getByText('同意 95% · 不同意 0%')).toBeTruthy()
    expect(screen.getByText('多数人同意（90%）')).toBeTruthy()
    expect(screen.getAllByText('不到 5 人').length).toBeGreaterThan(0)
  })

  test('the map is also a table, with the reader’s own spot', async () => {
    show(<GroupsScreen id="t1" />)
    await press('看法地图 看数字')
    const table = screen.getByRole('table', { name: '看法地图' })
    expect(table.textContent).toContain('观点一左上约 30 人')
    expect(table.textContent).toContain('您自己右上您在这里')
  })

  test('with too few people nothing of them is shown', async () => {
    opinion = { ...opinion, ready: false, groups: [], united: [], dividing: [], all: [], map: { side: 0, clouds: [] }, me: null, voters: 0 }
    show(<GroupsScreen id="t1" />)
    await screen.findByText('看法还太少，先不显示')
    expect(screen.queryByText('看法地图')).toBeNull()
  })
})
