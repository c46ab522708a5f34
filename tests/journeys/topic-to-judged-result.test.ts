import { residents, settle, support } from '@tests/server/consultations/stages'
import type { Client, Service } from '@tests/support/service'
import type { Browser } from 'playwright-core'
import { aDevice, type Device, openBrowser, withCare } from './support/browser'
import { aTown, listed, logInAs } from './support/town'

const TITLE = '北门外晚上停车怎么划'
const TOPIC = '/packages/consultation/pages/topic/index'
const LIST = '/packages/consultation/pages/list/index'
const VOTE = '/packages/consultation/pages/vote/index'
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** What is said before she comes, and what two sides of neighbours answer. */
const SAID = [
  { text: '北门外应该划出车位', says: ['agree', 'agree'] },
  { text: '外来的车一律不许停', says: ['agree', 'disagree'] },
  { text: '车位先来先停就好', says: ['disagree', 'agree'] },
  { text: '消防通道要有人看着', says: ['agree', 'agree'] },
  { text: '停车费收一点也行', says: ['disagree', 'agree'] },
  { text: '晚上十点以后才许占路边', says: ['agree', 'disagree'] },
  { text: '电动车另划一块地方', says: ['disagree', 'agree'] },
  { text: '老人下楼的路不能堵', says: ['agree', 'agree'] },
] as const
const OWN = '靠一楼的那边种一排绿篱'

let service: Service
let browser: Browser
let resident: Device
let neighbour: Device
let member: Device
let office: Device
let department: Device
/** Those who stand behind it and vote, besides the two at their telephones. */
let neighbours: Client[]
let client: Client
let lead: Client
let id: string

const inDays = (days: number): string => new Date(service.clock.now().getTime() + days * DAY + 8 * HOUR).toISOString().slice(0, 10)
/** As it stands now: where the page is there already, its address alone would change nothing. */
const open = async (device: Device) => {
  await device.open(`${TOPIC}?id=${id}`)
  await device.page.reload()
}
const statements = async (reader: Client): Promise<string[]> =>
  (await reader.call('statements.list', { params: { id }, query: { view: 'all' } })).items.map(({ text }) => text)
const neighboursSpeak = async () => {
  for (const [at, { text }] of SAID.entries()) await neighbours[at]?.call('statements.add', { params: { id }, body: { text } })
  await settle(service)
  for (const [person, each] of neighbours.entries()) {
    const { items } = await each.call('statements.list', { params: { id }, query: { view: 'all' } })
    for (const { id: statementId, text } of items) {
      const answer = SAID.find((one) => one.text === text)?.says[person % 2] ?? 'pass'
      await each.call('statements.answer', { params: { id, statementId }, body: { answer } })
    }
  }
}
const topic = () => client.call('consultations.get', { params: { id } })

beforeAll(async () => {
  service = await aTown()
  browser = await openBrowser()
  client = await service.login('刘大姐')
  await service.login('钱大爷')
  await service.staff('cppccOffice', { name: '政协办小董' })
  await service.staff('department', { name: '资源局小田' })
  lead = await service.login('陈委员')
  await listed(service, '钱大爷')
  await listed(service, '政协办小董', 'cppccOffice')
  await listed(service, '资源局小田', 'department')
  resident = await aDevice(browser, service.url, 'result-resident')
  neighbour = await aDevice(browser, service.url, 'result-neighbour', 'small')
  member = await aDevice(browser, service.url, 'result-member')
  office = await aDevice(browser, service.url, 'result-office', 'window')
  department = await aDevice(browser, service.url, 'result-department')
  await withCare(neighbour)
})
afterAll(async () => {
  await browser?.close()
  await service?.close()
})

describe('a topic from its proposal to the judgement of those who took part', () => {
  it('a resident proposes it in three short steps, and sees what others will see', async () => {
    await logInAs(resident, '刘大姐')
    await resident.picture('home')
    await resident.press(/大家在商量/)
    await resident.picture('list')
    await resident.press('我想提一个议题')
    await resident.write(TITLE)
    await resident.picture('what')
    await resident.press('下一步：为什么')
    await resident.write('晚上八点以后回来就没地方停，消防通道也堵了，想一起商量怎么划线、谁先用。')
    await resident.press('下一步：在哪里')
    await resident.press('东河县')
    await resident.press('柳溪镇')
    await resident.picture('where')
    await resident.press('看一遍再提交')
    await resident.see('不会显示您的名字')
    await resident.picture('review')
    await resident.press(/^提交$/)
    await resident.shown(TOPIC)
    await resident.see(/先看一遍文字|再有 20 个人支持/)
    await settle(service)
    id = (await client.call('consultations.list', { query: { view: 'mine' } })).items[0]?.id ?? ''
    expect(await topic()).toMatchObject({ title: TITLE, state: 'proposed', checking: false })
  })

  it('neighbours stand behind it, one of them in large type on a small telephone', async () => {
    neighbours = await residents(service, 19, '邻居')
    for (const each of neighbours) await support(each, id)
    await logInAs(neighbour, '钱大爷')
    await neighbour.picture('home')
    await neighbour.open(LIST)
    await neighbour.see(TITLE)
    await neighbour.picture('list')
    await neighbour.press(new RegExp(TITLE))
    await neighbour.shown(TOPIC)
    await neighbour.see('再有 1 个人支持，就可以正式商量')
    await neighbour.picture('topic')
    await neighbour.press('我支持')
    await neighbour.see('等政协办公室决定立不立项')
    await neighbour.picture('supported')
    expect(await topic()).toMatchObject({ supporters: 20 })
  })

  it('the office chooses it and puts a member in charge, with the list beside it', async () => {
    await settle(service)
    await logInAs(office, '政协办小董')
    await office.picture('home')
    await office.press(/协商议题/)
    await office.press(new RegExp(TITLE))
    await office.picture('desk')
    await office.press(/^立项$/)
    await office.press('陈委员')
    await office.picture('lead')
    await office.press('确定立项')
    await office.see(/写好背景材料/)
    expect(await topic()).toMatchObject({ state: 'chosen', lead: { name: '陈委员' } })
  })

  it('the member asks everybody, with what one should know beforehand', async () => {
    await logInAs(member, '陈委员')
    await member.picture('home')
    await member.press(/协商议题/)
    await member.press(new RegExp(TITLE))
    await member.shown(TOPIC)
    await member.press('公开征询')
    await member.fill('背景材料', '小区有 320 户、90 个车位，晚上八点以后消防通道常被占。有人提议在北门外划线。')
    await member.picture('call')
    await member.press('发布，开始征询')
    await member.see('正在听大家的看法')
    await member.picture('open')
  })

  it('the resident answers what others have said, and says something of her own, which is looked at first', async () => {
    await neighboursSpeak()
    await open(resident)
    await resident.see('正在听大家的看法')
    await resident.picture('open')
    await resident.press('说说看法')
    await resident.shown(VOTE)
    for (const said of SAID.keys()) {
      await resident.press(said === 1 ? /^不同意$/ : /^同意$/)
      await resident.see(said + 1 < SAID.length ? `这次已经说了 ${said + 1} 条` : '这些话您都看过了')
    }
    await resident.press('我也说一句')
    await resident.write(OWN)
    await resident.picture('own-words')
    await resident.press(/^提交$/)
    await resident.see('检查文字中')
    expect(await statements(lead)).not.toContain(OWN)
    await settle(service)
    expect(await statements(lead)).toContain(OWN)
  })

  it('a neighbour answers her words, and both see who thinks alike and where they stand', async () => {
    await open(neighbour)
    await neighbour.press('说说看法')
    await neighbour.shown(VOTE)
    await neighbour.see(OWN)
    await neighbour.picture('vote')
    await neighbour.press(/^同意$/)
    await neighbour.see('这次已经说了 1 条')
    await service.clock.advance(2 * MINUTE)
    await settle(service)
    await open(resident)
    await resident.press(/大家怎么看/)
    await resident.shown('/packages/consultation/pages/opinion/index')
    await resident.see('有这几种看法')
    await resident.picture('groups')
    await resident.text('看法地图').scrollIntoViewIfNeeded()
    await resident.see('您在这里')
    await resident.picture('map')
  })

  it('the member sets the meeting, and everybody can sign up', async () => {
    await member.press('安排协商会')
    await member.fill('哪天', inDays(3))
    await member.fill('在哪里', '居委会二楼会议室')
    await member.picture('schedule')
    await member.press('定下来，开放报名')
    await member.see('还有 30 个座位')
    await member.picture('scheduled')
    expect(await topic()).toMatchObject({ state: 'scheduled', meeting: { places: 30, place: '居委会二楼会议室' } })
  })

  it('the resident takes a seat; the member invites an expert', async () => {
    await open(resident)
    await resident.picture('scheduled')
    await resident.press('报名参加')
    await resident.see('已报名，到时候见')
    await resident.picture('signed-up')
    await member.press('协商会现场')
    await member.see('刘大姐')
    await member.press('邀请一位')
    await member.fill('怎么称呼', '赵工程师')
    await member.press('专家')
    await member.press('生成邀请')
    await member.see('只能用一次')
    await member.picture('invitation')
    await member.press('关闭')
    await member.see('已邀请，还没回')
    await member.picture('hall')
  })

  it('at the meeting whoever scans the code is signed in, and the minutes are written', async () => {
    const { at } = (await topic()).meeting ?? { at: '' }
    await service.clock.set(new Date(Date.parse(at) + HOUR).toISOString())
    const { page } = await lead.call('consultations.checkInCode', { params: { id } })
    await resident.open(`/${page}`)
    await resident.see('签到成功，请入座')
    await resident.picture('checked-in')
    await member.open(`/packages/consultation/pages/meeting/index?id=${id}`)
    await member.press('放大投屏')
    await member.picture('wall')
    await member.press('缩小')
    await member.press('写纪要')
    await member.write('到会二十六人。多数人同意在北门外划车位，三户担心影响一楼采光。')
    await member.press('保存纪要')
    await member.see('改纪要')
    await member.picture('minutes')
    expect(await topic()).toMatchObject({ minutes: null, meeting: { checkedIn: 1 } })
  })

  it('what was agreed is published, and passed on by the office', async () => {
    await open(member)
    await member.press('发布协商意见')
    await member.write('同意在北门外划车位，靠一楼的一侧种绿篱；收费标准再议。')
    await member.press('发布，让大家看到')
    await member.see('接下来交给有关部门办')
    await member.picture('concluded')
    await office.open(`${LIST}?view=work&id=${id}`)
    await office.press('交部门办理')
    await office.press('东河县自然资源局')
    await office.fill('办什么', '在北门外划出车位，靠一楼一侧种绿篱')
    await office.fill('到哪天答复', inDays(20))
    await office.picture('pass-on')
    await office.press(/^交办$/)
    await office.see('还有 1 个部门在办')
    await office.picture('passed-on')
  })

  it('the department answers in plain words', async () => {
    await logInAs(department, '资源局小田')
    await department.picture('home')
    await department.press('协商交办')
    await department.press(new RegExp(TITLE))
    await department.shown(TOPIC)
    await department.press(/写答复/)
    await department.press(/^办好了$/)
    await department.fill(/^答复/, '二十四个车位已经划好，绿篱种完了。')
    await department.picture('answer')
    await department.press(/^答复$/)
    await department.see('部门都答复了，正在整理结果')
    await department.picture('answered')
  })

  it('the office reports, and whoever took part judges by one press', async () => {
    await office.open(`${LIST}?view=work&id=${id}`)
    await office.press('反馈结果')
    await office.write('北门外的二十四个车位已经划好，本月起使用。')
    await office.press('反馈给大家')
    await office.see('结果已经反馈给大家')
    await open(resident)
    await resident.see('结果出来了，请您评一评')
    await resident.picture('reported')
    await resident.press('评一评')
    await resident.picture('rate')
    await resident.press(/^满意$/)
    await resident.see('想说的话')
    await resident.press('好了')
    await resident.see('您评的是：满意')
    expect(await topic()).toMatchObject({ state: 'reported', judgement: { counts: null, mine: { score: 4 } } })
  })

  it('after two weeks it has been judged, and everybody can read how it went', async () => {
    await service.clock.advance(15 * DAY)
    await settle(service)
    client = await service.login('刘大姐')
    await open(neighbour)
    await neighbour.see('这个议题办完了')
    await neighbour.see('同意在北门外划车位')
    await neighbour.picture('judged')
    expect(await topic()).toMatchObject({ state: 'judged' })
  })

  it('nobody met an error on the way', () => {
    expect([resident, neighbour, member, office, department].flatMap(({ complaints }) => complaints)).toEqual([])
  })
})
