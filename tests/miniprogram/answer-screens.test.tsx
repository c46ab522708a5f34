import type { AnswerDraft } from '@shared/answers/schemas'
import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { WriteScreen } from '@/features/answers/office/write-screen'
import { AnswerScreen } from '@/features/answers/public/answer-screen'
import { AnswersScreen } from '@/features/answers/public/answers-screen'
import { queryClient } from '@/lib/query'
import { useApp } from '@/lib/store'
import { type Answered, type Asked, device } from './doubles/taro'

let draft: AnswerDraft
let refuse: Answered | null
const ok = (body: unknown): Answered => ({ status: 200, body })

const service = ({ method, url, body }: Asked): Answered => {
  if (refuse && method !== 'GET') return refuse
  if (url.startsWith('/api/answers?') || url === '/api/answers') {
    const items = url.includes('result=notDone') ? [] : [draft]
    return ok({
      regionCode: '8801',
      regionName: '和安市',
      counts: { done: 46, partly: 0, notDone: 3, underWay: 2 },
      items,
      nextCursor: null,
    })
  }
  if (url === '/api/answers/drafts/a1' && method === 'PUT') draft = { ...draft, ...(body as object), revision: draft.revision + 1 }
  if (url === '/api/answers/drafts/a1/moves')
    draft = { ...draft, state: 'published', revision: draft.revision + 1, can: ['withdraw'], removed: [] }
  return ok(draft)
}
const sent = (method: string, url: string) => device.asked.filter((one) => one.method === method && one.url === url).map(({ body }) => body)
const show = (page: ReactNode) => render(<QueryClientProvider client={queryClient}>{page}</QueryClientProvider>)
const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }))
const write = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })

beforeEach(() => {
  device.reset()
  device.answer(service)
  queryClient.clear()
  refuse = null
  draft = {
    id: 'a1',
    title: '北门外停车',
    regionCode: '880101001',
    regionName: '和安市 · 青溪县 · 柳林镇',
    result: 'partly',
    raised: '晚上没地方停',
    done: '划了二十四个车位，找王大爷量过',
    notDone: '充电桩要等增容',
    people: 25,
    source: 'consultation',
    publishedAt: '2026-11-20T10:00:00+08:00',
    state: 'draft',
    revision: 4,
    sourceId: 't1',
    removed: [{ where: '办了的', before: '王大爷', after: '一位居民' }],
    can: ['write', 'publish', 'withdraw'],
  }
  useApp.setState({ status: 'out', hat: 'resident', me: null })
})
afterEach(cleanup)

describe('what everybody reads', () => {
  test('it is read without a login, and a count shows only its own', async () => {
    show(<AnswersScreen />)
    await screen.findByText('北门外停车')
    await screen.findByText('一共 51 件')
    fireEvent.click(screen.getByRole('checkbox', { name: '没有办成 3 件' }))
    await screen.findByText('没有“没有办成”的')
    expect(screen.getByText('一共 51 件')).toBeTruthy()
    expect(device.asked.every(({ header }) => !header.Authorization)).toBe(true)
  })

  test('one answer says what was raised, what was done, and why the rest was not', async () => {
    show(<AnswerScreen id="a1" />)
    for (const words of ['大家说的', '我们办的', '没办成的，为什么', '充电桩要等增容', '约 25 人关心']) await screen.findByText(words)
    expect(screen.getByRole('button', { name: '存成图片' })).toBeTruthy()
  })
})

describe('the office writes', () => {
  beforeEach(() => useApp.setState({ status: 'in', hat: 'member' }))

  test('what is typed stays on the device until the service has it', async () => {
    show(<WriteScreen id="a1" />)
    await screen.findByLabelText('标题')
    write('标题', '北门外晚上停车怎么划')
    cleanup()
    show(<WriteScreen id="a1" />)
    expect(((await screen.findByLabelText('标题')) as HTMLInputElement).value).toBe('北门外晚上停车怎么划')
    await press('先存着')
    await screen.findByText('已保存')
    expect(sent('PUT', '/api/answers/drafts/a1')).toMatchObject([{ revision: 4, title: '北门外晚上停车怎么划' }])
    expect([...device.storage.keys()].filter((key) => key.startsWith('answer-'))).toEqual([])
  })

  test('what has not been said is asked for before anything is sent', async () => {
    show(<WriteScreen id="a1" />)
    await screen.findByLabelText('标题')
    write('没办成的，为什么', '')
    await press('看一遍再公开')
    await screen.findByText('请写明没有办成的部分和原因')
    expect(sent('PUT', '/api/answers/drafts/a1')).toEqual([])
  })

  test('before it is published the office sees the words without what is taken out, and what that is', async () => {
    show(<WriteScreen id="a1" />)
    await press('看一遍再公开')
    await screen.findByText('划了二十四个车位，找一位居民量过')
    await screen.findByText('办了的：“王大爷” → “一位居民”')
    await press('公开')
    await screen.findByText('看大家看到的样子')
    expect(sent('POST', '/api/answers/drafts/a1/moves')).toEqual([{ move: 'publish', revision: 4 }])
  })

  test('whoever was overtaken is asked whose words stay, and loses none', async () => {
    show(<WriteScreen id="a1" />)
    await screen.findByLabelText('标题')
    write('大家说的', '晚上八点以后没地方停')
    refuse = { status: 409, body: { type: 'about:blank', status: 409, code: 'conflict', title: '已经变了' } }
    draft = { ...draft, revision: 5, title: '别人改过的题目' }
    await press('先存着')
    await screen.findByText('别人刚改过这一份')
    refuse = null
    await press('用我的')
    await press('先存着')
    await waitFor(() => expect(sent('PUT', '/api/answers/drafts/a1').at(-1)).toMatchObject({ revision: 5, raised: '晚上八点以后没地方停' }))
  })
})
