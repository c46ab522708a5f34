import { DEFAULT_RULES as DEADLINES } from '@shared/deadlines/limits'
import { DEFAULT_RULES as ROUTING } from '@shared/dispatch/default-rules'
import { QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { ServiceScreen } from '@/features/admin/service/service-screen'
import { CentreLists } from '@/features/workbench/centre/centre-lists'
import { LightsBoard } from '@/features/workbench/centre/lights-board'
import { SupervisionList } from '@/features/workbench/centre/supervision-list'
import { NoticesScreen } from '@/features/workbench/notices/notices-screen'
import { RulesScreen } from '@/features/workbench/rules/rules-screen'
import { queryClient } from '@/lib/query'
import { useApp } from '@/lib/store'
import { type Answered, type Asked, device } from './doubles/taro'
import { similarPair } from './fixtures'

type Answer = (asked: Asked) => object | Answered
const CITY = { regionCode: '8801', regionName: '和安市' }
let answers: Record<string, Answer | object>

const service = (asked: Asked): Answered => {
  const [path = ''] = asked.url.split('?')
  const found = answers[`${asked.method} ${path}`] ?? answers[`${asked.method} ${asked.url}`]
  const body = typeof found === 'function' ? (found as Answer)(asked) : found
  if (body && 'status' in body && 'body' in body) return body as Answered
  return { status: 200, body: body ?? { items: [], nextCursor: null } }
}
const sent = (method: string, url: string) => device.asked.filter((one) => one.method === method && one.url === url).map(({ body }) => body)
const press = async (name: string | RegExp) => fireEvent.click((await screen.findAllByRole('button', { name })).at(-1) as HTMLElement)
const choose = (role: 'radio' | 'checkbox' | 'tab' | 'switch', name: string | RegExp) => fireEvent.click(screen.getByRole(role, { name }))
const write = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })
const isOff = (name: string) => screen.getByRole('button', { name }).getAttribute('aria-disabled') === 'true'
const as = (role: string, place = CITY) => {
  const me = { id: 'p1', name: '赵强', roles: [{ role, organisationId: null, organisationName: null, ...place }] }
  useApp.setState({ status: 'in', hat: 'staff', me: me as never })
}
const show = (page: ReactNode) => render(<QueryClientProvider client={queryClient}>{page}</QueryClientProvider>)

beforeEach(() => {
  device.reset()
  device.answer(service)
  queryClient.clear()
  answers = {}
  as('dispatcher')
})
afterEach(cleanup)

describe('routing rules', () => {
  const draft = {
    ...ROUTING,
    id: 'r1',
    ...CITY,
    version: 2,
    state: 'draft',
    note: '消防归消防',
    savedBy: '赵强',
    savedAt: '2026-11-25T09:00:00+08:00',
  }

  test('are written by choosing, and saved as a draft', async () => {
    answers['GET /api/organisations'] = { items: [{ id: 'o1', kind: 'department', name: '消防站', regionCode: '8801' }] }
    show(<RulesScreen part="routing" />)
    await press('改规则')
    await press('加一条规则')
    write('叫什么', '消防归消防')
    choose('checkbox', '隐患')
    choose('checkbox', '紧急')
    choose('radio', /^一个单位/)
    choose('radio', '指定的一个')
    expect(isOff('好了')).toBe(true)
    fireEvent.click(await screen.findByRole('radio', { name: '消防站' }))
    await press('好了')
    await screen.findByText('→ 交给消防站')
    await press('专长对口 增加')
    await press('一般的事 减少')
    expect(isOff('存成草稿')).toBe(true)
    write('为什么这样改', '消防站可以直接接')
    await press('存成草稿')
    await waitFor(() => expect(sent('POST', '/api/routing-rules')).toHaveLength(1))
    const [body] = sent('POST', '/api/routing-rules') as [{ rules: object[]; weights: { speciality: number }; silenceHours: number }]
    expect(body).toMatchObject({ regionCode: '8801', note: '消防站可以直接接', silenceHours: 12 })
    expect(body.weights.speciality).toBe(ROUTING.weights.speciality + 1)
    expect(body.rules).toEqual([
      {
        name: '消防归消防',
        when: { kinds: ['hazard'], categories: [], risks: ['A'], regionCodes: [] },
        ...Object.fromEntries([['then', { to: 'organisation', organisationId: 'o1' }]]),
      },
    ])
  })

  test('what is being changed survives a closed app', async () => {
    show(<RulesScreen part="routing" />)
    await press('改规则')
    write('为什么这样改', '写了一半')
    cleanup()
    show(<RulesScreen part="routing" />)
    await press('上次没改完，接着改')
    expect((screen.getByLabelText('为什么这样改') as HTMLInputElement).value).toBe('写了一半')
    await press('不改了')
    await screen.findByRole('button', { name: '改规则' })
    expect(screen.queryByRole('button', { name: '上次没改完，接着改' })).toBeNull()
  })

  test('are tried on past cases before they are put into force', async () => {
    answers['GET /api/routing-rules'] = { items: [draft] }
    answers['POST /api/routing-rules/r1/trial'] = {
      tried: 300,
      changed: 14,
      examples: [{ caseNumber: '2611-000101-2', category: 'safety.fire', was: '周桂兰', would: '消防站', rule: '消防归消防' }],
    }
    show(<RulesScreen part="routing" />)
    await press('试算：过去的事会怎么派')
    await screen.findByText('最近 300 件里，有 14 件会变')
    screen.getByText('会是：消防站')
    expect(sent('POST', '/api/routing-rules/r1/activation')).toHaveLength(0)
    await press('让它生效')
    await press('确定生效')
    await waitFor(() => expect(sent('POST', '/api/routing-rules/r1/activation')).toHaveLength(1))
  })
})

test('a page opened by its address shows its part as soon as it is known who reads', async () => {
  useApp.setState({ me: null })
  show(<RulesScreen part="routing" />)
  expect(screen.queryByRole('button', { name: '改规则' })).toBeNull()
  act(() => as('dispatcher'))
  await screen.findByText(/^还没有自己的规则/)
})

describe('time limits', () => {
  const builtIn = {
    ...DEADLINES,
    id: 'built-in',
    version: 0,
    state: 'active',
    note: '系统自带的时限规则',
    savedBy: '系统',
    savedAt: '1970-01-01T08:00:00+08:00',
  }
  const draft = { ...builtIn, id: 'd1', version: 3, state: 'draft', note: '放宽一点', savedBy: '赵强' }

  test('a change for some kinds and risks is saved as rules', async () => {
    answers['GET /api/deadline-rules'] = { items: [builtIn] }
    show(<RulesScreen part="deadlines" />)
    await press('改规则')
    await press('另外设一条')
    choose('checkbox', '隐患')
    choose('checkbox', '需要留意')
    choose('radio', /^小时/)
    await press('好了')
    await screen.findByText('隐患 · 需要留意')
    write('为什么这样改', '隐患要快')
    await press('存成草稿')
    await waitFor(() => expect(sent('POST', '/api/deadline-rules')).toHaveLength(1))
    const [{ rules }] = sent('POST', '/api/deadline-rules') as [{ rules: object[] }]
    expect(rules).toContainEqual({ deadline: 'confirm', kinds: ['hazard'], risks: ['C'], limit: { amount: 15, unit: 'hours' } })
  })

  test('a draft shows what it would do, and touches open cases only when told to', async () => {
    answers['GET /api/deadline-rules'] = { items: [draft, builtIn] }
    answers['GET /api/deadline-rules/d1/effect'] = {
      open: 40,
      earlier: 3,
      later: 30,
      same: 7,
      overdueAtOnce: 2,
      examples: [],
      partial: false,
    }
    answers['POST /api/deadline-rules/d1/activation'] = { version: 3, touching: false }
    show(<RulesScreen part="deadlines" />)
    await press('看看影响')
    await screen.findByText('正在办的 40 件里')
    screen.getByText('有 2 件一改就超期')
    await press('让它生效')
    await press('确定生效')
    await waitFor(() => expect(sent('POST', '/api/deadline-rules/d1/activation')).toEqual([{ touchOpen: false }]))
    await press('让它生效')
    choose('switch', '正在办的事也按新的重算')
    await press('确定生效')
    await waitFor(() => expect(sent('POST', '/api/deadline-rules/d1/activation')).toEqual([{ touchOpen: false }, { touchOpen: true }]))
  })

  test('are read, not changed, by who does not answer for the city', async () => {
    as('dispatcher', { regionCode: '880101', regionName: '青溪县' })
    answers['GET /api/deadline-rules'] = { items: [draft, builtIn] }
    show(<RulesScreen part="deadlines" />)
    await screen.findByText('时限规则由市综治中心和市级管理员改。')
    expect(screen.queryByRole('button', { name: '改规则' })).toBeNull()
    expect(screen.queryByRole('button', { name: '让它生效' })).toBeNull()
  })
})

test('somebody is put on the duty roster', async () => {
  const duty = {
    regionCode: '8801',
    entries: [],
    now: [{ personId: 'p1', name: '赵强' }],
    people: [{ personId: 'p2', name: '马丽', role: 'supervisor' }],
  }
  answers['GET /api/duty'] = duty
  answers['PUT /api/duty'] = duty
  show(<RulesScreen part="duty" />)
  await screen.findByText('赵强')
  await press('加一班')
  choose('radio', /^马丽/)
  write('哪一天', '2099-12-31')
  await press('加一班')
  await press('保存值班表')
  await waitFor(() =>
    expect(sent('PUT', '/api/duty')).toEqual([
      { regionCode: '8801', entries: [{ personId: 'p2', from: '2099-12-31T18:00:00+08:00', until: '2100-01-01T09:00:00+08:00' }] },
    ]),
  )
})

describe('what the centre decides', () => {
  const lists = () => show(<CentreLists wide={false} />)

  test('more time is granted with a reason', async () => {
    answers['GET /api/extensions'] = {
      items: [
        {
          id: 'e1',
          caseId: 'c1',
          caseNumber: '2611-000347-8',
          caseTitle: '楼道堆物',
          deadline: 'total',
          workingDays: 3,
          reason: '等鉴定',
          askedBy: '周桂兰',
          askedAt: '2026-11-24T10:00:00+08:00',
          dueAt: '2026-11-26T18:00:00+08:00',
          newDueAt: '2026-12-01T18:00:00+08:00',
          state: 'open',
          decision: null,
          decidedBy: null,
          can: ['decide'],
        },
      ],
      nextCursor: null,
    }
    lists()
    await press('决定')
    expect(isOff('同意')).toBe(true)
    write('写明理由，经办人看得到', '情况属实')
    await press('同意')
    await waitFor(() => expect(sent('POST', '/api/extensions/e1/decision')).toEqual([{ granted: true, reason: '情况属实' }]))
  })

  test('two cases that look alike lead to the merging of the younger, or are told apart', async () => {
    answers['GET /api/similar-cases'] = { items: [similarPair()], nextCursor: null }
    lists()
    choose('radio', '像同一件')
    await press('去合并办理')
    expect(device.opened).toEqual(['/packages/workbench/pages/case/index?id=c1&do=merge'])
    await press('不是同一件')
    await waitFor(() => expect(sent('POST', '/api/similar-cases/pair1/dismissal')).toHaveLength(1))
  })

  test('what others would see is refused only with a reason', async () => {
    const check = {
      id: 'k1',
      subject: 'notice',
      state: 'review',
      text: '明天停水',
      file: null,
      why: '微信不能确定',
      askedAt: '2026-11-25T10:00:00+08:00',
    }
    answers['GET /api/checks'] = { items: [{ ...check, decidedBy: null, reason: null, can: ['decide'] }], nextCursor: null }
    lists()
    choose('radio', '公开内容')
    await press('看过了，作决定')
    expect(isOff('不能公开')).toBe(true)
    await press('可以公开')
    await waitFor(() => expect(sent('POST', '/api/checks/k1/decision')).toEqual([{ pass: true, reason: '没有问题' }]))
  })
})

test('supervisors see the questions of their regions, owners those they must answer', async () => {
  const urls = () => device.asked.filter(({ url }) => url.startsWith('/api/supervisions')).map(({ url }) => url)
  as('supervisor')
  show(<SupervisionList wide={false} />)
  await screen.findByText('没有督办')
  expect(urls()).toEqual(['/api/supervisions?view=given&state=replied'])
  cleanup()
  as('mediator')
  show(<SupervisionList wide={false} />)
  await waitFor(() => expect(urls()).toContain('/api/supervisions?view=own&state=waiting'))
})

test('the board of lights says in words what its bars show', async () => {
  answers['GET /api/lights'] = { items: [{ regionCode: '880101', regionName: '青溪县', open: 12, yellow: 3, red: 2, supervised: 1 }] }
  show(<LightsBoard wide={false} />)
  await screen.findByText('青溪县：12 件在办，红灯 2，黄灯 3')
  expect(screen.getAllByRole('row')).toHaveLength(3)
})

describe('a notice', () => {
  test('says how many it reaches, is read once more, and is sent once', async () => {
    answers['POST /api/notices/preview'] = { people: 120, byWeChat: 80, few: false }
    show(<NoticesScreen />)
    await press('写一条通知')
    await screen.findByText('会发给 120 人，其中 80 人微信上也能收到提醒')
    expect(isOff('看一遍再发')).toBe(true)
    write('标题', '停水')
    write('内容', '周六停水')
    await press('看一遍再发')
    await press('发出')
    await waitFor(() =>
      expect(sent('POST', '/api/notices')).toEqual([{ regionCodes: ['8801'], kinds: [], title: '停水', text: '周六停水' }]),
    )
    const key = device.asked.find(({ method, url }) => method === 'POST' && url === '/api/notices')?.header['Idempotency-Key']
    expect(key).toBeTruthy()
    await screen.findByText('写一条通知')
  })

  test('does not tell small numbers', async () => {
    answers['POST /api/notices/preview'] = { people: 0, byWeChat: 0, few: true }
    show(<NoticesScreen />)
    await press('写一条通知')
    await screen.findByText('不到 5 个人，具体几个不显示')
  })
})

describe('how the service does', () => {
  const delivery = {
    id: 'm1',
    template: 'caseProgress',
    type: 'case.moved',
    at: '2026-11-25T10:00:00+08:00',
    tries: 5,
    errcode: 43101,
    reason: null,
    can: ['resend'],
  }

  test('what may have arrived is sent again only by who knows that it may arrive twice', async () => {
    as('admin')
    answers['GET /api/deliveries/counts'] = { waiting: 0, sending: 0, refused: 1, unknown: 1, dead: 2 }
    answers['GET /api/deliveries'] = ({ url }: Asked) => ({
      items: [{ ...delivery, state: /state=(\w+)/.exec(url)?.[1] ?? 'dead' }],
      nextCursor: null,
    })
    show(<ServiceScreen part="deliveries" />)
    await press(/^再发一次/)
    await waitFor(() => expect(sent('POST', '/api/deliveries/m1/resend')).toEqual([{ mayArriveTwice: false }]))
    choose('tab', '不知道')
    await screen.findByText('发的时候断了，不知道对方收到没有。再发可能收到两次。')
    await press(/^再发一次/)
    expect(sent('POST', '/api/deliveries/m1/resend')).toHaveLength(1)
    await press('知道，再发一次')
    await waitFor(() => expect(sent('POST', '/api/deliveries/m1/resend')).toEqual([{ mayArriveTwice: false }, { mayArriveTwice: true }]))
  })

  test('a model is put to use after its figures were shown', async () => {
    as('admin')
    const model = {
      id: 'x',
      version: 2,
      active: false,
      trainedAt: '2026-11-20T10:00:00+08:00',
      messages: 900,
      corrected: 40,
      labels: ['a'],
      bytes: 2_000_000,
    }
    answers['GET /api/models'] = { items: [{ ...model, macroF1: 0.8812, accuracy: 0.9 }] }
    show(<ServiceScreen part="models" />)
    await screen.findByText('各类平均得分 0.881，全部答对率 90.0%')
    await press('换成这一版')
    expect(sent('POST', '/api/models/x/activation')).toHaveLength(0)
    await press('换成这一版')
    await waitFor(() => expect(sent('POST', '/api/models/x/activation')).toHaveLength(1))
  })
})
