import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { MessageList } from '@/features/notifications/message-list'
import { RemindersScreen } from '@/features/notifications/reminders-screen'
import { queryClient } from '@/lib/query'
import { useApp } from '@/lib/store'
import { type Answered, type Asked, device } from './doubles/taro'

const NOTICE = {
  id: 'n1',
  type: 'case.moved',
  title: '已受理',
  text: '楼上漏水（2611-000347-8）',
  sort: 'progress',
  urgent: false,
  page: 'packages/resident/pages/case/index?id=c1',
  caseId: 'c1',
  at: '2026-11-25T09:00:00+08:00',
  read: false,
}
let notices: object[]
let settings: { quiet: { from: string; to: string } | null; digestAt: string | null }
let home: string | null
let refuses = false

const service = ({ method, url, body }: Asked): Answered => {
  const ok = (answer: unknown) => ({ status: 200, body: answer })
  if (url.startsWith('/api/notifications?') || url === '/api/notifications') return ok({ items: notices, nextCursor: null })
  if (url === '/api/me/unread') return ok({ notifications: 0, messages: 0, cases: [] })
  if (url === '/api/me/notice-settings') {
    if (method === 'PUT' && refuses) return { status: 500, body: { type: '', status: 500, code: 'internal', title: '出了点问题' } }
    if (method === 'PUT') settings = body as typeof settings
    return ok(settings)
  }
  if (url === '/api/me/subscriptions') {
    return ok({
      items: [
        { template: 'caseProgress', name: '', left: 3, last: 'accept' },
        { template: 'newCase', name: '', left: 0, last: null },
      ],
    })
  }
  if (url === '/api/me/home-region') {
    if (method === 'PUT') home = (body as { regionCode: string | null }).regionCode
    return ok({ regionCode: home })
  }
  if (url.startsWith('/api/regions')) return ok({ items: [{ code: '880101001', name: '柳林镇', level: 'township' }] })
  return ok({ ok: true })
}
const sent = (method: string, url: string) => device.asked.filter((one) => one.method === method && one.url === url).map(({ body }) => body)
const someone = (roles: { role: string }[] = []) =>
  useApp.setState({
    status: 'in',
    hat: roles.length > 0 ? 'staff' : 'resident',
    me: { id: 'p1', name: '陈桂香', roles, phoneMasked: null, careMode: false, homeRegionCode: null, consentVersion: '1' } as never,
  })
const show = (page: ReactNode) => render(<QueryClientProvider client={queryClient}>{page}</QueryClientProvider>)

beforeEach(() => {
  device.reset()
  device.answer(service)
  queryClient.clear()
  notices = [NOTICE]
  settings = { quiet: { from: '22:00', to: '07:00' }, digestAt: null }
  home = null
  refuses = false
  someone()
})
afterEach(cleanup)

describe('the message list', () => {
  test('is not read by being looked at: a tap marks the one message and leads to its page', async () => {
    show(<MessageList />)
    fireEvent.click(await screen.findByText('已受理'))
    expect(device.opened).toEqual(['/packages/resident/pages/case/index?id=c1'])
    await waitFor(() => expect(sent('POST', '/api/notifications/n1/read')).toHaveLength(1))
    expect(sent('POST', '/api/notifications/read')).toEqual([])
  })

  test('a page that the app does not know is not opened; the case is', async () => {
    notices = [{ ...NOTICE, page: 'pages/somewhere/else?id=c1' }]
    show(<MessageList />)
    fireEvent.click(await screen.findByText('已受理'))
    expect(device.opened).toEqual(['/packages/resident/pages/case/index?id=c1'])
  })

  test('one press says that everything shown has been seen', async () => {
    show(<MessageList />)
    fireEvent.click(await screen.findByRole('button', { name: '都看过了' }))
    await waitFor(() => expect(sent('POST', '/api/notifications/read')).toEqual([{ upTo: NOTICE.at }]))
  })

  test('one sort alone, or what is new, is asked of the service; staff have their work as well', async () => {
    show(<MessageList />)
    await screen.findByText('已受理')
    expect(screen.queryByRole('radio', { name: '待办' })).toBeNull()
    fireEvent.click(screen.getByRole('radio', { name: '通知' }))
    fireEvent.click(screen.getByRole('radio', { name: '只看新的' }))
    await waitFor(() => {
      const lists = device.asked.map(({ url }) => url).filter((url) => url.startsWith('/api/notifications?'))
      expect(lists).toEqual(expect.arrayContaining(['/api/notifications?sort=notice', '/api/notifications?unread=true']))
    })
    cleanup()
    someone([{ role: 'mediator' }])
    show(<MessageList />)
    await screen.findByRole('radio', { name: '待办' })
  })
})

describe('how one wants to hear', () => {
  test('quiet hours are changed at once, and given up by one press', async () => {
    show(<RemindersScreen />)
    fireEvent.change(await screen.findByDisplayValue('07:00'), { target: { value: '06:30' } })
    await waitFor(() => expect(settings.quiet).toEqual({ from: '22:00', to: '06:30' }))
    fireEvent.click(screen.getByRole('switch', { name: '夜里不打扰' }))
    await waitFor(() => expect(settings.quiet).toBeNull())
    expect(screen.queryByDisplayValue('22:00')).toBeNull()
  })

  test('what the service does not take is not shown as if it had', async () => {
    refuses = true
    show(<RemindersScreen />)
    fireEvent.click(await screen.findByRole('switch', { name: '夜里不打扰' }))
    await waitFor(() => expect(device.toasts).toEqual(['出了点问题']))
    await screen.findByDisplayValue('22:00')
  })

  test('a digest is for who works here', async () => {
    show(<RemindersScreen />)
    await screen.findByText('夜里不打扰')
    expect(screen.queryByRole('switch', { name: '不急的合成一条' })).toBeNull()
    cleanup()
    someone([{ role: 'mediator' }])
    show(<RemindersScreen />)
    fireEvent.click(await screen.findByRole('switch', { name: '不急的合成一条' }))
    await waitFor(() => expect(settings.digestAt).toBe('09:00'))
  })

  test('how often WeChat can still remind is said, without what only staff are sent', async () => {
    show(<RemindersScreen />)
    await screen.findByText('还能提醒您 3 次')
    expect(screen.queryByText('有新的事派给您')).toBeNull()
  })

  test('where one lives is said and taken back', async () => {
    show(<RemindersScreen />)
    fireEvent.click(await screen.findByRole('button', { name: '选地方' }))
    fireEvent.click(await screen.findByText('柳林镇'))
    fireEvent.click(await screen.findByRole('button', { name: '就选柳林镇' }))
    await waitFor(() => expect(home).toBe('880101001'))
    fireEvent.click(await screen.findByRole('button', { name: '不填了' }))
    await waitFor(() => expect(home).toBeNull())
  })
})
