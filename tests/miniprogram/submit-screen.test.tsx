import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { SubmitScreen } from '@/features/submit/submit-screen'
import { useNetwork } from '@/lib/network'
import { queryClient } from '@/lib/query'
import { useApp } from '@/lib/store'
import { type Answered, type Asked, device } from './doubles/taro'

const TREE: Record<string, { code: string; name: string; level: string }[]> = {
  '': [{ code: '8801', name: '和安市', level: 'city' }],
  '8801': [{ code: '880101', name: '青溪县', level: 'county' }],
  '880101': [{ code: '880101001', name: '柳林镇', level: 'township' }],
  '880101001': [{ code: '880101001001', name: '杏花村', level: 'village' }],
}
const square = {
  type: 'Polygon',
  coordinates: [
    [
      [120, 30],
      [120.1, 30],
      [120.1, 30.1],
      [120, 30.1],
      [120, 30],
    ],
  ],
}
const CASE = { id: 'c1', number: '2611-000001-3', assignee: { id: 'm', name: '王秀兰', role: 'mediator' }, deadline: null }

const UNDERSTOOD = {
  categories: [
    { value: 'safety.fire', certainty: 0.7, because: ['楼道', '纸箱'] },
    { value: 'property.service', certainty: 0.2, because: ['物业'] },
  ],
  kind: { value: 'hazard', certainty: 0.7, because: ['楼道'] },
  risk: { level: 'D', signs: [], because: [] },
  places: [],
  question: null as object | null,
  urgent: null as string | null,
  source: 'lexicon',
  version: null,
}
const HAZARD = {
  id: 'h1',
  categoryName: '安全隐患 · 消防通道与火灾',
  words: '楼道里全是纸箱',
  regionName: '杏花村',
  metres: 43,
  reportedAt: new Date().toISOString(),
  status: 'handling',
  people: 3,
  photo: null,
}
const away = { status: 503, body: { type: '', status: 503, code: 'unavailable', title: '稍后再试' } }
/** What the service makes of words; away unless a test says otherwise, as writing must do without it. */
let understand: (asked: Asked) => Answered | Promise<Answered>
let nearby: object[]

const service = (asked: Asked): Answered | Promise<Answered> => {
  const { method, url } = asked
  if (url === '/api/understanding') return understand(asked)
  if (url === '/api/duplicates/nearby') return { status: 200, body: { items: nearby } }
  if (method === 'POST' && url === '/api/cases') return { status: 201, body: CASE }
  const shapes = /regions\/(\d+)\/shapes/.exec(url)
  if (shapes) {
    const children = (TREE[shapes[1] ?? ''] ?? []).map((region) => ({ ...region, boundary: square }))
    return { status: 200, body: { region: { code: shapes[1], name: '', level: 'city', boundary: null }, children } }
  }
  if (url.startsWith('/api/regions'))
    return { status: 200, body: { items: TREE[new URL(url, 'http://x').searchParams.get('parent') ?? ''] ?? [] } }
  return { status: 200, body: { items: [] } }
}

const someone = () =>
  useApp.setState({
    status: 'in',
    me: { id: 'p1', name: '陈桂香', roles: [], phoneMasked: null, careMode: false, homeRegionCode: null, consentVersion: '1' },
  })
const show = () =>
  render(
    <QueryClientProvider client={queryClient}>
      <SubmitScreen />
    </QueryClientProvider>,
  )
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }))
const say = (words: string) => fireEvent.change(screen.getByPlaceholderText(/^例：楼上装修/), { target: { value: words } })

beforeEach(() => {
  device.reset()
  device.answer(service)
  understand = () => away
  nearby = []
  queryClient.clear()
  useNetwork.setState({ online: true })
  someone()
})
afterEach(cleanup)

test('four short steps lead from words to a case with a number', async () => {
  show()
  say('楼上漏水，天花板发霉')
  screen.getByText('像是：邻里 · 漏水渗水')
  await press('下一步：在哪里')
  for (const name of ['青溪县', '柳林镇', '杏花村']) await press(name)
  screen.getByText('和安市 · 青溪县 · 柳林镇 · 杏花村')
  await press('下一步：和谁有关')
  fireEvent.change(screen.getByPlaceholderText(/刘先生/), { target: { value: '楼上的刘先生' } })
  await press('下一步：看一遍')
  screen.getByText('楼上的刘先生')
  await press('提交')
  await screen.findByText('已经分给 王秀兰')
  screen.getByText(CASE.number)
  const sent = device.asked.filter(({ method, url }) => method === 'POST' && url === '/api/cases')
  expect(sent).toHaveLength(1)
  expect(sent[0]?.body).toMatchObject({ regionCode: '880101001001', respondent: { name: '楼上的刘先生' } })
})

test('nothing is lost when the app is killed in the middle: it opens where it was left', async () => {
  const { unmount } = show()
  say('路灯坏了，晚上太黑')
  await press('下一步：在哪里')
  unmount()
  show()
  await screen.findByText('在哪里？')
  await press('上一步')
  screen.getByDisplayValue('路灯坏了，晚上太黑')
})

test('a step that lacks something says what, and does not go on', async () => {
  show()
  await press('下一步：在哪里')
  expect(screen.getByRole('alert').textContent).toBe('写几个字，或者说一段话，我们才知道是什么事')
  say('路灯坏了')
  await press('下一步：在哪里')
  await press('下一步：再问一句')
  expect(screen.getByRole('alert').textContent).toBe('请选一下在哪里，才能找到离您近的人')
})

test('words that give nothing away are asked about, in residents’ words', async () => {
  show()
  say('您好，有件事')
  await press('下一步：在哪里')
  fireEvent.click(await screen.findByRole('radio', { name: /^有个建议/ }))
  fireEvent.click(await screen.findByRole('radio', { name: /^环境卫生/ }))
  fireEvent.click(await screen.findByRole('radio', { name: '垃圾清运' }))
  await screen.findByText('这是：环境卫生 · 垃圾清运')
})

test('the network going away at the last press changes nothing for the person', async () => {
  show()
  say('楼上漏水')
  await press('下一步：在哪里')
  for (const name of ['青溪县', '柳林镇']) await press(name)
  await press('下一步：和谁有关')
  await press('下一步：看一遍')
  device.answer(() => {
    throw { errMsg: 'request:fail' }
  })
  await press('提交')
  await screen.findByText('已存在这部手机里，网络一通就发')
  device.answer(service)
  await press('现在就试一次')
  await screen.findByText('已经提交')
})

test('who is not logged in logs in first and does not press twice', async () => {
  useApp.setState({ status: 'out', me: null })
  const { unmount } = show()
  say('楼上漏水')
  await press('下一步：在哪里')
  for (const name of ['青溪县', '柳林镇']) await press(name)
  await press('下一步：和谁有关')
  await press('下一步：看一遍')
  await press('登录并提交')
  expect(device.opened).toEqual(['/pages/login/index?back=1'])
  unmount()
  someone()
  show()
  await screen.findByText('已经提交')
})

describe('while somebody writes', () => {
  const asked = () => device.asked.filter(({ url }) => url === '/api/understanding').map(({ body }) => (body as { text: string }).text)

  test('the service says what it may be and why, and another guess is one press away', async () => {
    understand = () => ({ status: 200, body: UNDERSTOOD })
    show()
    say('楼道里堆满纸箱，物业不管')
    await screen.findByText('依据：楼道、纸箱')
    screen.getByText('像是：安全隐患 · 消防通道与火灾')
    fireEvent.click(screen.getByRole('radio', { name: '物业 · 物业服务' }))
    screen.getByText('这是：物业 · 物业服务')
    expect(asked()).toEqual(['楼道里堆满纸箱，物业不管'])
  })

  test('an answer about words that have been changed meanwhile changes nothing', async () => {
    let release: () => void = () => undefined
    understand = (request) => {
      if ((request.body as { text: string }).text !== '楼道里堆满纸箱') return away
      return new Promise((resolve) => {
        release = () => resolve({ status: 200, body: UNDERSTOOD })
      })
    }
    show()
    say('楼道里堆满纸箱')
    await waitFor(() => expect(asked()).toHaveLength(1))
    say('楼上漏水，天花板发霉')
    release()
    await waitFor(() => expect(asked()).toHaveLength(2))
    screen.getByText('像是：邻里 · 漏水渗水')
  })

  test('nothing is asked without a network or a login, and the device guesses by itself', async () => {
    useNetwork.setState({ online: false })
    show()
    say('楼上漏水，天花板发霉')
    screen.getByText('像是：邻里 · 漏水渗水')
    await new Promise((resolve) => setTimeout(resolve, 900))
    expect(asked()).toEqual([])
  })

  test('at most one question is asked, and it need not be answered', async () => {
    const options = [
      { label: '和邻居有矛盾', kind: 'dispute' },
      { label: '看到危险', kind: 'hazard' },
    ]
    understand = () => ({
      status: 200,
      body: { ...UNDERSTOOD, question: { about: 'kind', text: '是和谁有矛盾，还是看到了危险？', options } },
    })
    show()
    say('楼道里堆满纸箱')
    await screen.findByText('是和谁有矛盾，还是看到了危险？')
    await press('下一步：在哪里')
    await screen.findByText('在哪里？')
  })

  test('danger is answered with whom to call, by the device alone as well', async () => {
    show()
    say('他拿刀堵在我家门口')
    screen.getByText('先顾人身安全')
    screen.getByRole('button', { name: '打 110 报警' })
    understand = () => ({ status: 200, body: { ...UNDERSTOOD, urgent: '有人可能轻生，请马上打 110，也可以打 12356。' } })
    say('他拿刀堵在我家门口，说不想活')
    await screen.findByRole('button', { name: '打 12356 心理援助' })
  })
})

describe('a hazard that others have reported', () => {
  const reach = async () => {
    show()
    say('消防通道堵死了')
    await press('下一步：在哪里')
    for (const name of ['青溪县', '柳林镇', '杏花村']) await press(name)
  }
  const submit = async () => {
    await press('下一步：再问一句')
    await press('下一步：看一遍')
    await press('提交')
    await screen.findByText('已经提交')
    return device.asked.filter(({ method, url }) => method === 'POST' && url === '/api/cases').map(({ body }) => body)
  }

  test('is joined by one press, which goes with the case', async () => {
    nearby = [HAZARD]
    await reach()
    await screen.findByText('附近已有人反映')
    screen.getByText(/离这里约 40 米/)
    await press('是这件，一起反映')
    screen.getByText('和别人反映的“楼道里全是纸箱”一起办')
    expect(await submit()).toMatchObject([{ joinId: 'h1' }])
    screen.getByText('和附近已反映的同一件事合起来办，有进展一样告诉您。')
  })

  test('is not in the way when it is another one', async () => {
    nearby = [HAZARD]
    await reach()
    await screen.findByText('附近已有人反映')
    await press('不是同一件')
    expect(screen.queryByText('附近已有人反映')).toBeNull()
    expect((await submit())[0]).not.toHaveProperty('joinId')
  })
})
