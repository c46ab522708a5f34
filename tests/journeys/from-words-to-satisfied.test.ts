import type { Service } from '@tests/support/service'
import type { Browser } from 'playwright-core'
import { aDevice, type Device, openBrowser } from './support/browser'
import { finish, move, propose, takeOn } from './support/desk'
import { openMine } from './support/party'
import { aTown, logInAs, neighboursComplain, sessionBegins } from './support/town'

const WORDS = '楼上装修以后，我家卫生间的顶上一直漏水，墙皮都掉了，找他说了三次也没有修。'

let service: Service
let browser: Browser
let resident: Device
let mediator: Device
let member: Device

beforeAll(async () => {
  service = await aTown()
  browser = await openBrowser()
  resident = await aDevice(browser, service.url, 'resident')
  mediator = await aDevice(browser, service.url, 'mediator')
  member = await aDevice(browser, service.url, 'member')
})
afterAll(async () => {
  await browser?.close()
  await service?.close()
})

const TITLE = /楼上装修以后/

/** What the resident has filed, as soon as there is something, and a moment later: whoever sends twice does it then. */
const filed = async () => {
  const client = await service.login('刘大姐')
  const mine = async () => (await client.call('cases.list', { query: { view: 'mine' } })).items
  for (let tries = 0; tries < 60 && (await mine()).length === 0; tries++) await resident.page.waitForTimeout(250)
  await resident.page.waitForTimeout(1500)
  return mine()
}

describe('three people and one leak', () => {
  it('a resident says what is wrong; the network fails while she sends, and it is filed once when it returns', async () => {
    await logInAs(resident, '刘大姐', true)
    await resident.open('/pages/home/index')
    await resident.picture('home')
    await resident.press('说说您的事')
    await resident.write(WORDS)
    await resident.see('像是：邻里 · 漏水渗水')
    await resident.picture('what')
    await resident.press('下一步：在哪里')
    await resident.press('从列表里选')
    for (const place of ['东河县', '柳溪镇', '桥头村', '桥头一网格']) await resident.press(place)
    await resident.picture('where')
    await resident.press('下一步：和谁有关')
    await resident.picture('who')
    await resident.press('下一步：看一遍')
    await resident.picture('review')
    await resident.context.setOffline(true)
    await resident.press('提交')
    await resident.see('已存在这部手机里，网络一通就发')
    await resident.picture('offline')
    await resident.context.setOffline(false)
    expect(await filed()).toMatchObject([{ kind: 'dispute', category: 'neighbour.leak', status: 'assigned' }])
    await openMine(resident, TITLE)
    await resident.see('为什么是这位')
    await resident.picture('filed')
  })

  it('the mediator who serves the place finds it in his inbox, takes it on and answers', async () => {
    await logInAs(mediator, '周桂兰')
    await takeOn(mediator, TITLE)
    await mediator.press(/^对话$/)
    await mediator.write('大姐您好，我今天下午先到您家看看漏水的地方。')
    await mediator.press(/^发送$/)
    await mediator.see('我今天下午先到您家')
    await mediator.picture('talk')
  })

  it('the resident reads the answer and writes back', async () => {
    await openMine(resident, TITLE)
    await resident.picture('accepted')
    await resident.press('补充 / 留言')
    await resident.see('我今天下午先到您家')
    await resident.write('好的，我三点以后都在家。')
    await resident.press(/^发送$/)
    await resident.see('我三点以后都在家')
    await resident.picture('chat')
  })

  it('both sides agree to talk; the mediator proposes a time, which the resident confirms', async () => {
    await mediator.press(/^办理$/)
    await move(mediator, '开始调解', '', () => mediator.press('电话里同意'))
    await propose(mediator)
    await openMine(resident, TITLE)
    await resident.picture('proposed')
    await resident.press('同意这个时间')
    await resident.see('大家都同意了')
    await resident.picture('confirmed')
  })

  it('they meet and agree; the mediator writes down how it ended', async () => {
    await sessionBegins(service, '刘大姐')
    await mediator.page.reload()
    await finish(mediator)
    await move(mediator, '谈成了', '楼上五天内做好防水，并赔偿粉刷费六百元。')
    await move(mediator, '开始履行')
    await move(mediator, '办好了', '楼上已做好防水，粉刷费当面付清。')
    await mediator.picture('resolved')
  })

  it('the resident confirms, and one tap says that she is satisfied', async () => {
    await openMine(resident, TITLE)
    await resident.picture('to-confirm')
    await resident.press(/^办好了$/)
    await resident.press(/^确认$/)
    await resident.see('谢谢您，已经办结')
    await resident.press('评一评')
    await resident.press(/^满意$/)
    await resident.see('记下了，谢谢您')
    await resident.picture('satisfied')
    const [view] = await filed()
    expect(view).toMatchObject({ status: 'closed', feedback: { overall: 4, sealed: true } })
  })

  it('the mediator does not see the rating while it is sealed', async () => {
    await mediator.page.reload()
    await mediator.see('已确认办结')
    expect(await mediator.page.getByText('非常满意').count()).toBe(0)
    await mediator.picture('closed')
  })

  it('the CPPCC member sees what people say, without who says it, and never the dispute', async () => {
    await neighboursComplain(service)
    await logInAs(member, '陈委员')
    await member.open('/pages/home/index')
    await member.see('每周反映多少')
    await member.picture('opinion')
    await member.open('/pages/cases/index')
    // Taro's element around the field has the same placeholder, and is there first
    await member.page.locator('input[placeholder^="例：电梯"]').last().fill('路灯')
    await member.press('搜索')
    await member.see(/晚上接孩子放学看不清路/)
    expect(await member.page.getByText('卫生间').count()).toBe(0)
    await member.picture('wordings')
  })

  it('nobody met an error on the way', () => {
    expect([resident, mediator, member].flatMap(({ complaints }) => complaints)).toEqual([])
  })
})
