import { computeOpinions } from '@server/modules/consultations/commands/compute-opinions'
import { draftOf, publish, write } from '@tests/server/answers/support'
import { aDraft, carryThrough, submit } from '@tests/server/briefs/papers-support'
import { aMeeting } from '@tests/server/consultations/meetings'
import { aStage, aTopicIn, residents, type Stage, settle } from '@tests/server/consultations/stages'
import { anEverydayPast, bring, follow, people, signalAbout, WATER } from '@tests/server/insight/support'
import type { Client, Service } from '@tests/support/service'
import type { Browser } from 'playwright-core'
import { look, type Screen } from './support/axe'
import { aDevice, type Device, openBrowser, withCare } from './support/browser'
import { aTown, listed, logInAs } from './support/town'
import { tooWide } from './support/width'

const TALK = '/packages/consultation/pages'
const DESK = '/packages/member/pages'
const MINUTE = 60_000

let service: Service
let browser: Browser
let stage: Stage
let signal: string
/** A topic that takes votes and has groups, and one with a meeting. */
let talked: string
let meeting: string
/** A brief that is written, one that waits for a signature, and one with its answer: the latter's draft, and what is public. */
const brief = { written: '', asked: '', answered: '' }
let unwritten: string
let answer: string

/** Two sides that say the opposite of each other to five statements. */
const twoSides = async () => {
  const neighbours = await residents(service, 14, '街坊')
  const said = [
    '早市不能取消',
    '路口不许停三轮车',
    '摊主可以停到后院',
    '乱停第一次就该罚',
    '早市早半小时也行',
    '校门口要有人管',
    '后院停车不收钱',
    '雨天搬进棚里',
  ]
  for (const [at, text] of said.entries()) await neighbours[at]?.call('statements.add', { params: { id: talked }, body: { text } })
  await settle(service)
  const { items } = await stage.member.call('statements.list', { params: { id: talked }, query: { view: 'all' } })
  for (const [person, client] of neighbours.entries())
    for (const [at, { id: statementId }] of items.entries()) {
      const body = { answer: (person + at) % 2 === 0 ? ('agree' as const) : ('disagree' as const) }
      await client.call('statements.answer', { params: { id: talked, statementId }, body })
    }
  await service.clock.advance(2 * MINUTE)
  await computeOpinions()
}

const answered = async (author: Client, title: string): Promise<string> => {
  const { id } = await aDraft(service, author, { title })
  await submit(author, id)
  await carryThrough({ service, office: stage.office, department: stage.department, id })
  await service.drain()
  return id
}

const someBriefs = async (author: Client) => {
  const secret = '物业王建国经理（13812345678）说有 3 户地下室进水。'
  brief.written = (await aDraft(service, author, { title: '关于地下室进水的反映', situation: secret })).id
  brief.asked = (await aDraft(service, author, { title: '关于早市通道的反映' })).id
  await author.call('briefs.invite', { params: { id: brief.asked }, body: { memberId: stage.member.personId } })
  brief.answered = await answered(author, '关于村口路灯的反映')
  answer = (await publish(stage.office, await write(stage.office, await draftOf(stage.office, brief.answered)))).id
  unwritten = (await draftOf(stage.office, await answered(author, '关于站牌的反映'))).id
}

beforeAll(async () => {
  service = await aTown()
  browser = await openBrowser()
  stage = await aStage(service)
  await anEverydayPast(service)
  await bring({ service, affair: WATER, names: people('住户', 9) })
  await follow(service)
  await service.login('刘大姐')
  const author = await service.login('陈委员')
  for (const [name, role] of [
    ['宋委员', 'cppccMember'],
    ['政协办小董', 'cppccOffice'],
    ['资源局小田', 'department'],
  ] as const)
    await listed(service, name, role)
  talked = (await aTopicIn(stage, 'open')).id
  await twoSides()
  meeting = await aMeeting(stage, 20)
  await someBriefs(author)
  signal = (await signalAbout(author, /水/))?.id ?? ''
})
afterAll(async () => {
  await browser?.close()
  await service?.close()
})

describe.each([
  ['normal', false],
  ['care', true],
] as const)('in %s type on a telephone of 360 points nothing stands in the way of, or sticks out for,', (mode, care) => {
  const devices: Device[] = []
  const small = async (who: string): Promise<Device> => {
    const device = await aDevice(browser, service.url, `${who}-${mode}`, 'small')
    devices.push(device)
    await withCare(device, care)
    return device
  }
  /** Each screen is looked at, measured and kept as a picture. */
  const faultsOn = async (device: Device, screens: readonly Screen[]): Promise<string[]> => {
    const found: string[] = []
    for (const [path, words] of screens) {
      found.push(...(await look(device, [[path, words]], care)), ...(await tooWide(device.page, path)))
      await device.picture(path.split('/').at(-2) ?? 'screen')
    }
    return found
  }
  afterEach(async () => {
    for (const { context } of devices.splice(0)) await context.close()
  })

  it('a resident who takes part', async () => {
    const device = await small('opinion-resident')
    await logInAs(device, '刘大姐')
    const screens: Screen[] = [
      [`${TALK}/list/index`, '老菜场门口的停车怎么管'],
      [`${TALK}/topic/index?id=${meeting}`, '报名参加'],
      [`${TALK}/propose/index`, '您想让大家商量什么事'],
      [`${TALK}/vote/index?id=${talked}`, '这句话，您怎么看？'],
      [`${TALK}/opinion/index?id=${talked}`, '有这几种看法'],
    ]
    expect(await faultsOn(device, screens)).toEqual([])
  })

  it('somebody who is not logged in', async () => {
    const device = await small('opinion-stranger')
    const screens: Screen[] = [
      [`${TALK}/answers/index`, '村口装上了路灯'],
      [`${TALK}/answer/index?id=${answer}`, '大家说的'],
    ]
    expect(await faultsOn(device, screens)).toEqual([])
  })

  it('a member who reads signals', async () => {
    const device = await small('opinion-member')
    await logInAs(device, '陈委员')
    const screens: Screen[] = [
      ['/pages/home/index', '苗头和趋势'],
      [`${DESK}/signals/index`, /水/],
      [`${DESK}/signal/index?id=${signal}`, '为什么说这是个苗头'],
    ]
    expect(await faultsOn(device, screens)).toEqual([])
    await device.open(`${DESK}/signals/index`)
    for (const [tab, words] of [
      ['地图', /颜色越深/],
      ['时间', '今天'],
    ] as const) {
      await device.press(new RegExp(`^${tab}$`))
      await device.see(words)
      expect(await tooWide(device.page, tab)).toEqual([])
      await device.picture(tab === '地图' ? 'map' : 'time')
    }
  })

  it('a member who writes and signs', async () => {
    const author = await small('opinion-author')
    await logInAs(author, '陈委员')
    const screens: Screen[] = [
      [`${DESK}/briefs/index`, '关于地下室进水的反映'],
      [`${DESK}/brief/index?id=${brief.answered}`, '部门答复'],
      [`${DESK}/brief-write/index`, '写一篇社情民意信息'],
      [`${DESK}/brief-write/index?id=${brief.written}`, '是什么情况？'],
      [`${DESK}/brief-preview/index?id=${brief.written}`, /自动去掉了 \d 处/],
      [`${DESK}/year/index`, '履职统计'],
    ]
    expect(await faultsOn(author, screens)).toEqual([])
    const signer = await small('opinion-signer')
    await logInAs(signer, '宋委员')
    const read: Screen[] = [
      [`${DESK}/brief/index?id=${brief.asked}`, '看全文，签名'],
      [`${DESK}/brief-preview/index?id=${brief.asked}`, '我逐条看过了'],
    ]
    expect(await faultsOn(signer, read)).toEqual([])
  })

  it('the office, which decides and tells everybody', async () => {
    const device = await small('opinion-office')
    await logInAs(device, '政协办小董')
    const screens: Screen[] = [
      [`${TALK}/list/index?view=work`, '老菜场门口的停车怎么管'],
      [`${TALK}/meeting/index?id=${meeting}`, '谁来参加'],
      [`${DESK}/briefs/index`, '关于村口路灯的反映'],
      [`${DESK}/answers-work/index`, '关于站牌的反映'],
      [`${DESK}/answer-write/index?id=${unwritten}`, '办得怎么样'],
    ]
    expect(await faultsOn(device, screens)).toEqual([])
  })

  it('a department that is asked', async () => {
    const device = await small('opinion-department')
    await logInAs(device, '资源局小田')
    const screens: Screen[] = [
      ['/pages/home/index', '政协信息'],
      [`${DESK}/briefs/index`, '关于村口路灯的反映'],
      [`${DESK}/brief/index?id=${brief.answered}`, '部门答复'],
    ]
    expect(await faultsOn(device, screens)).toEqual([])
  })
})
