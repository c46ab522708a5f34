import { anEverydayPast } from '@tests/server/insight/support'
import { complaint } from '@tests/support/factories'
import type { Client, Service } from '@tests/support/service'
import type { Browser } from 'playwright-core'
import { aDevice, type Device, openBrowser, withCare } from './support/browser'
import { SAID, toldTo } from './support/street'
import { aTown, listed, logInAs } from './support/town'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const SPAN_DAYS = 12
const BRIEF = '/packages/member/pages/brief/index'
const TITLE = '关于北街老下水道返水的建议'
/** What the signal may be called: words that all of them use. */
const NAME = /下水道|返水|北街/

let service: Service
let browser: Browser
let resident: Device
let member: Device
let colleague: Device
let office: Device
let department: Device
let stranger: Device
let lead: Client

/** Over twelve days, each as somebody else. */
const neighboursSpeak = async () => {
  for (const [at, [name, text]] of SAID.entries()) {
    const client = await service.login(name)
    await client.call('cases.submit', { body: complaint({ text, category: 'other.other', address: undefined, opinionUse: true }) })
    await service.clock.advance((at % 3 === 2 ? 2 : 0.5) * DAY)
  }
  await service.drain()
  await service.catchUp()
}
const inDays = (days: number): string => new Date(service.clock.now().getTime() + days * DAY + 8 * HOUR).toISOString().slice(0, 10)
const brief = async () => {
  const [card] = (await lead.call('briefs.list', { query: { view: 'mine' } })).items
  return lead.call('briefs.get', { params: { id: card?.id ?? '' } })
}

beforeAll(async () => {
  service = await aTown()
  browser = await openBrowser()
  // what is told takes twelve days, and ends today: browsers have no other clock than the real one
  await service.clock.advance(-SPAN_DAYS * DAY)
  await anEverydayPast(service)
  lead = await service.login('陈委员')
  await service.staff('cppccMember', { name: '宋委员' })
  await service.staff('cppccOffice', { name: '政协办小董' })
  await service.staff('department', { name: '资源局小田' })
  await listed(service, '宋委员', 'cppccMember')
  await listed(service, '政协办小董', 'cppccOffice')
  await listed(service, '资源局小田', 'department')
  resident = await aDevice(browser, service.url, 'brief-resident', 'small')
  member = await aDevice(browser, service.url, 'brief-member')
  colleague = await aDevice(browser, service.url, 'brief-colleague', 'small')
  office = await aDevice(browser, service.url, 'brief-office', 'window')
  department = await aDevice(browser, service.url, 'brief-department')
  stranger = await aDevice(browser, service.url, 'brief-stranger', 'small')
  await withCare(resident)
})
afterAll(async () => {
  await browser?.close()
  await service?.close()
})

describe('what twelve people say, from a signal to an answer that everybody reads', () => {
  it('the member sees it among what stands out, with the numbers behind it', async () => {
    await neighboursSpeak()
    const { items } = await lead.call('signals.list', { query: {} })
    expect(items).toMatchObject([{ kind: 'emerging', people: 12, messages: 12 }])
    expect(items[0]?.name).toMatch(NAME)
    await logInAs(member, '陈委员')
    await member.see('1 条')
    await member.picture('home')
    await member.press(/苗头和趋势/)
    await member.see(NAME)
    await member.picture('signals')
    await member.press(/^地图$/)
    await member.see(/颜色越深/)
    await member.picture('map')
    await member.press(/^时间$/)
    await member.see('今天')
    await member.picture('time-line')
    await member.press(NAME)
    await member.shown('/packages/member/pages/signal/index')
    await member.see('为什么说这是个苗头')
    await member.picture('signal')
    await member.text('每周有多少人说起').scrollIntoViewIfNeeded()
    await member.picture('weeks')
    await member.text('大家的原话').scrollIntoViewIfNeeded()
    await member.see(/泡得鼓起来/)
    await member.picture('wordings')
  })

  it('and writes a brief from it, each claim with what it rests on', async () => {
    await member.press('写成社情民意')
    await member.see('苗头的数据和居民原话会一起带进来，作为依据。')
    expect(await member.page.getByLabel('题目').last().inputValue()).toMatch(NAME)
    await member.fill('题目', TITLE)
    await member.picture('start')
    await member.press('开始写')
    await member.see('是什么情况？')
    await member.fill('情况 1', '北街一楼的住户一下雨就被下水道返水淹，有 3 户的地板泡坏了。物业的王建国经理（电话13812345678）说管不了。')
    await member.press('加依据')
    await member.picture('evidence')
    await member.press(/^用这个 .*返水/)
    await member.text('选依据').waitFor({ state: 'hidden' })
    await member.see('这条不用它')
    await member.picture('situation')
    await member.press('下一步：原因')
    await member.see('为什么会这样？')
    await member.fill('原因 1', '北街的下水道是三十年前铺的，管子细，雨水和污水走同一根管。')
    await member.press('加依据')
    await member.press(/^调研所见/)
    await member.fill(/^看到、听到了什么/, '打开三处井盖，管径不到二十厘米，底下全是泥。')
    await member.fill(/^什么时候、在哪里/, '雨后走访北街')
    await member.picture('note')
    await member.press('用这个')
    await member.see('这条不用它')
    await member.press('下一步：建议')
    await member.see('建议怎么办？')
    await member.fill('建议 1', '由职能部门牵头，汛期以前把北街的雨水管和污水管分开。')
    await member.press(/^北街的下水道是三十年前铺的/)
    await member.see('已保存')
    await member.picture('suggestions')
  })

  it('sees what will be taken out, asks a colleague to sign, and submits', async () => {
    await member.press('看一遍')
    await member.shown('/packages/member/pages/brief-preview/index')
    await member.see(/自动去掉了 \d 处/)
    await member.picture('preview')
    await member.press(/^提交$/)
    await member.see('请先看过，再打钩')
    await member.press(/我逐条看过了/)
    await member.picture('read')
    await member.press(/^提交$/)
    await member.shown(BRIEF)
    await member.see('待审核')
    await member.picture('submitted')
    const { state, situation, signalId } = await brief()
    expect({ state, from: signalId !== null }).toEqual({ state: 'submitted', from: true })
    expect(situation[0]?.text).not.toMatch(/王建国|13812345678|3 户/)
    await member.press('请人联名')
    await member.press('宋委员')
    await member.picture('invite')
    await member.press('请他签名')
    await member.see('还没签')
  })

  it('the colleague is told, reads the same text and signs it', async () => {
    await logInAs(colleague, '宋委员')
    await colleague.open('/pages/messages/index')
    await colleague.press(/有委员请您联名/)
    await colleague.shown(BRIEF)
    await colleague.see(TITLE)
    expect(await colleague.page.getByText(/王建国|13812345678/).count()).toBe(0)
    await colleague.picture('asked')
    await colleague.press('看全文，签名')
    await colleague.press(/我逐条看过了/)
    await colleague.picture('reading')
    await colleague.press(/^签名$/)
    await colleague.shown(BRIEF)
    await colleague.see('已签名')
    await colleague.picture('signed')
  })

  it('the office accepts it, records that it was adopted, and passes it on', async () => {
    await logInAs(office, '政协办小董')
    await office.see('1 篇等审核')
    await office.picture('home')
    await office.press(/社情民意信息/)
    await office.press('要办理的')
    await office.press(new RegExp(TITLE))
    await office.see('等 2 人联名')
    await office.picture('desk')
    await office.press(/^立案$/)
    await office.press('确定立案')
    await office.see(/已立案。/)
    await office.press(/^登记采用$/)
    await office.press('市级')
    await office.fill('采用单位', '市政协信息专报')
    await office.picture('adopt')
    await office.press('确定登记采用')
    await office.see(/市级 · 市政协信息专报/)
    await office.press(/^交部门办理$/)
    await office.press('东河县自然资源局')
    await office.fill('什么时候前答复', inDays(20))
    await office.picture('pass-on')
    await office.press('确定交部门办理')
    await office.see('等部门答复。')
    await office.picture('passed-on')
    expect(await brief()).toMatchObject({ state: 'passedOn', level: 'city', signers: 1, department: { name: '东河县自然资源局' } })
  })

  it('the department finds it and answers', async () => {
    await logInAs(department, '资源局小田')
    await department.picture('home')
    await department.press('政协信息 1 件')
    await department.press(new RegExp(TITLE))
    await department.shown(BRIEF)
    await department.see('等您答复。')
    await department.picture('brief')
    await department.press(/^答复$/)
    await department.fill('答复内容', '已把北街列入今年的管网改造，五月底以前分开雨水管和污水管；清淤这周做完。')
    await department.picture('answer')
    await department.press('确定答复')
    await department.see('已答复')
    await department.picture('answered')
    expect(await brief()).toMatchObject({ state: 'answered' })
  })

  it('whoever said it finds both in the messages; nobody else is told', async () => {
    await service.drain()
    await logInAs(resident, '刘大姐')
    await resident.open('/pages/messages/index')
    await resident.see('您反映的事被采用了')
    await resident.see('您反映的事有了答复')
    await resident.picture('messages')
    for (const [name] of SAID) {
      const told = await toldTo(service, name)
      expect(told.filter((title) => title === '您反映的事被采用了')).toHaveLength(1)
      expect(told.filter((title) => title === '您反映的事有了答复')).toHaveLength(1)
    }
    expect(await toldTo(service, '不相干的人')).toEqual([])
  })

  it('the office tells everybody in plain words', async () => {
    await office.open('/pages/home/index')
    await office.page.reload()
    await office.press(/写给大家的答复/)
    await office.press(new RegExp(TITLE))
    await office.see('办得怎么样')
    await office.fill('标题', '北街下水道返水怎么办')
    await office.press(/^正在办/)
    await office.fill('大家说的', '北街一下雨下水道就返水，一楼被淹。')
    await office.fill('正在办的', '这周清淤；五月底以前把雨水管和污水管分开。')
    await office.fill('没办成的，为什么', '路面要等雨季过后再铺。')
    await office.picture('write')
    await office.press('看一遍再公开')
    await office.see('大家会看到这些')
    await office.picture('review')
    await office.press(/^公开$/)
    await office.see('看大家看到的样子')
  })

  it('and whoever is not logged in reads it, without anybody’s name', async () => {
    await stranger.open('/packages/consultation/pages/answers/index')
    await stranger.see('北街下水道返水怎么办')
    await stranger.picture('answers')
    await stranger.press(/北街下水道返水怎么办/)
    await stranger.shown('/packages/consultation/pages/answer/index')
    await stranger.see('约 10 人关心')
    await stranger.see('这周清淤；五月底以前把雨水管和污水管分开。')
    await stranger.picture('answer')
    const words = await stranger.page.locator('.taro_page_show').last().textContent()
    for (const name of ['陈委员', '宋委员', '王建国', ...SAID.map(([each]) => each)]) expect(words).not.toContain(name)
  })

  it('she who spoke is told where to read it', async () => {
    await service.drain()
    await resident.open('/pages/messages/index')
    await resident.page.reload()
    await resident.press(/您参与的事有了结果|您反映的事有了结果/)
    await resident.shown('/packages/consultation/pages/answer/index')
    await resident.see('北街下水道返水怎么办')
    await resident.picture('told')
  })

  it('nobody met an error on the way', () => {
    expect([resident, member, colleague, office, department, stranger].flatMap(({ complaints }) => complaints)).toEqual([])
  })
})
