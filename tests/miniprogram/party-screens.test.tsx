import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { PaperScreen } from '@/features/papers/paper-screen'
import { SignScreen } from '@/features/papers/sign-screen'
import { VerifyScreen } from '@/features/papers/verify-screen'
import { JoinScreen } from '@/features/parties/join-screen'
import { queryClient } from '@/lib/query'
import { useApp } from '@/lib/store'
import { type Answered, type Asked, device } from './doubles/taro'

// the real pad is seen by journeys; here one press writes a name
jest.mock('@/components/signature/canvas', () => ({
  SignatureCanvas: ({ onBegin, onDraw }: { onBegin: (x: number, y: number, size: object) => void; onDraw: typeof onBegin }) => {
    const size = { width: 300, height: 300 }
    const write = () => {
      onBegin(20, 20, size)
      onDraw(250, 250, size)
    }
    return (
      <button type="button" onClick={write}>
        写名字
      </button>
    )
  },
}))

const CODE = 'Zzndf7jfQHaAWoYFcN6dPU5M'
const DIGEST = 'a'.repeat(64)
const PREVIEW = {
  part: 'respondent',
  kind: 'dispute',
  categoryName: '邻里 · 漏水渗水',
  regionName: '柳林镇',
  invitedBy: '王秀兰',
  mediator: { name: '周桂兰', organisationName: '柳林镇人民调解委员会' },
  expiresAt: '2026-12-03T08:00:00.000+08:00',
  booking: null,
}
const later = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
const booking = (change: object) => ({
  id: 'b1',
  caseId: 'c1',
  status: 'proposed',
  startsAt: later(50),
  endsAt: later(51),
  mode: 'onsite',
  venue: null,
  mediator: { id: 'm', name: '周桂兰' },
  meetingUrl: null,
  waitsFor: ['respondent'],
  heldUntil: null,
  absent: [],
  changeableUntil: later(40),
  can: ['confirm', 'decline', 'reschedule'],
  ...change,
})
const PAPER = {
  id: 'p1',
  caseId: 'c1',
  kind: 'agreement',
  title: '人民调解协议书',
  number: null,
  status: 'reading',
  version: 1,
  createdAt: later(-2),
  updatedAt: later(-1),
  effectiveAt: null,
  waitsFor: [{ partyId: 'r', name: '李建国', me: true }],
  asks: 'read',
  can: ['read'],
  fields: [],
  content: {},
  promises: [],
  text: '人民调解协议书\n一、当事人\n申请人：王秀兰',
  digest: DIGEST,
  readings: [],
  signatures: [],
  changes: [],
  sealedBy: null,
  verifyUrl: null,
}

let answers: Record<string, (asked: Asked) => Answered>
const service = (asked: Asked): Answered => {
  const found = Object.entries(answers).find(([path]) => `${asked.method} ${asked.url}`.startsWith(path))
  return found ? found[1](asked) : { status: 200, body: { items: [] } }
}
const sent = (path: string) => device.asked.filter(({ method, url }) => `${method} ${url}` === path).map(({ body }) => body)
const someone = () =>
  useApp.setState({
    status: 'in',
    me: { id: 'p1', name: '李建国', roles: [], phoneMasked: null, careMode: false, homeRegionCode: null, consentVersion: '1' },
  })
const show = (page: ReactNode) => render(<QueryClientProvider client={queryClient}>{page}</QueryClientProvider>)
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }))
const problem = (status: number, code: string, title: string): Answered => ({ status, body: { type: '', status, code, title } })

beforeEach(() => {
  device.reset()
  answers = {}
  device.answer(service)
  queryClient.clear()
  someone()
})
afterEach(cleanup)

describe('an invitation', () => {
  beforeEach(() => {
    device.params({ code: CODE, part: 'respondent' })
    answers['POST /api/party-invitations/preview'] = () => ({ status: 200, body: PREVIEW })
    answers['POST /api/party-invitations/answer'] = () => ({ status: 200, body: { caseId: 'c1', agreed: true } })
    answers['GET /api/cases/c1'] = () => ({ status: 200, body: { id: 'c1', title: '漏水', can: [], parties: [], booking: null } })
  })

  test('says what it is about before anybody logs in, and one press is remembered over the login', async () => {
    useApp.setState({ status: 'out', me: null })
    show(<JoinScreen />)
    await screen.findByText('王秀兰请您来谈')
    screen.getByText('不收钱，自愿参加，随时可以退出。')
    await press('我同意参加')
    expect(device.opened).toEqual(['/pages/login/index?back=1'])
    expect(sent('POST /api/party-invitations/answer')).toEqual([])
    queryClient.clear()
    someone()
    await waitFor(() => expect(sent('POST /api/party-invitations/answer')).toEqual([{ code: CODE, agree: true }]))
  })

  test('is followed at once by the time that was proposed, which one press settles', async () => {
    let status = 'proposed'
    const view = () => ({
      id: 'c1',
      title: '漏水',
      relation: 'respondent',
      status: 'accepted',
      can: [],
      parties: [],
      booking: booking(status === 'proposed' ? {} : { status, waitsFor: [], can: [] }),
    })
    answers['GET /api/cases/c1'] = () => ({ status: 200, body: view() })
    answers['POST /api/bookings/b1/moves'] = () => {
      status = 'confirmed'
      return { status: 200, body: booking({ status }) }
    }
    show(<JoinScreen />)
    await press('我同意参加')
    await screen.findByText('这个时间行吗？')
    await press('行，就这个时间')
    await screen.findByText('时间定好了')
    expect(sent('POST /api/bookings/b1/moves')).toEqual([{ move: 'confirm' }])
  })

  test.each([
    ['invitation_used', 409, '这个邀请已经用过了'],
    ['invitation_expired', 409, '这个邀请过期了'],
    ['not_found', 404, '没有这个邀请'],
  ])('that is %s says so and what to do', async (code, status, words) => {
    answers['POST /api/party-invitations/preview'] = () => problem(status, code, words)
    show(<JoinScreen />)
    await screen.findByText(words)
  })
})

describe('a paper', () => {
  beforeEach(() => {
    device.params({ id: 'p1', digest: DIGEST })
    answers['GET /api/papers/p1'] = () => ({ status: 200, body: PAPER })
    answers['POST /api/papers/p1/readings'] = () => ({ status: 200, body: PAPER })
    answers['POST /api/papers/p1/signatures'] = () => ({ status: 200, body: PAPER })
  })

  test('is read back: what is right, or what is not, goes with the digest of the text on the screen', async () => {
    show(<PaperScreen />)
    await screen.findByText('申请人：王秀兰')
    await press('看过了，写得对')
    await waitFor(() => expect(sent('POST /api/papers/p1/readings')).toEqual([{ digest: DIGEST, agreed: true }]))
    await waitFor(() => expect(device.toasts).toEqual(['记下了，谢谢您']))
    await press('有不对')
    fireEvent.click(await screen.findByRole('radio', { name: '金额不对' }))
    fireEvent.click(screen.getAllByRole('button', { name: '有不对' })[0] as HTMLElement)
    await waitFor(() => expect(sent('POST /api/papers/p1/readings').at(-1)).toEqual({ digest: DIGEST, agreed: false, remark: '金额不对' }))
  })

  test('is signed with the digest that was read, and an empty pad signs nothing', async () => {
    answers['GET /api/papers/p1'] = () => ({ status: 200, body: { ...PAPER, status: 'signing', asks: 'sign', can: ['sign'] } })
    show(<SignScreen />)
    await press('写好了')
    expect(screen.getByRole('alert').textContent).toBe('请用手指在框里写上名字')
    await press('写名字')
    await press('写好了')
    await waitFor(() => expect(sent('POST /api/papers/p1/signatures')).toHaveLength(1))
    expect(sent('POST /api/papers/p1/signatures')[0]).toMatchObject({ digest: DIGEST, strokes: [[67, 67, 833, 833]] })
  })

  test('that changed after it was read cannot be signed: the new text is to be read first', async () => {
    answers['GET /api/papers/p1'] = () => ({
      status: 200,
      body: { ...PAPER, status: 'signing', asks: 'sign', can: ['sign'], digest: 'b'.repeat(64) },
    })
    show(<SignScreen />)
    await screen.findByText('内容刚刚改过，请重新看一遍')
    expect(screen.queryByText('写名字')).toBeNull()
  })
})

describe('the page behind a printed code', () => {
  test('tells a genuine paper from a forged one, without a login', async () => {
    useApp.setState({ status: 'out', me: null })
    device.params({ code: '5V2JRJUCCFWJ5PLA' })
    answers['GET /api/verifications/5V2JRJUCCFWJ5PLA'] = () => ({
      status: 200,
      body: {
        genuine: true,
        kindName: '人民调解协议书',
        number: '（2026）调协字第0001号',
        effectiveOn: '2026-11-26',
        organisationName: '柳林镇人民调解委员会',
        digest: DIGEST,
        signatures: 3,
        void: false,
      },
    })
    const { unmount } = show(<VerifyScreen />)
    await screen.findByText('这份文书是真的')
    unmount()
    device.params({ code: 'FORGED0000000000' })
    answers['GET /api/verifications/FORGED'] = () => problem(404, 'not_found', '没有找到')
    show(<VerifyScreen />)
    await screen.findByText('没有查到这份文书')
  })
})
