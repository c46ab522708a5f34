import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { SubmitScreen } from '@/features/submit/submit-screen'
import { useNetwork } from '@/lib/network'
import { queryClient } from '@/lib/query'
import { useApp } from '@/lib/store'
import { type Asked, device } from './doubles/taro'

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

const service = ({ method, url }: Asked) => {
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
