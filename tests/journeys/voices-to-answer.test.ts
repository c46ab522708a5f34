import { computeOpinions } from '@server/modules/consultations/commands/compute-opinions'
import { aStage, aTopicIn, leadTo, residents, type Stage, settle } from '@tests/server/consultations/stages'
import type { Client, Service } from '@tests/support/service'
import type { Browser } from 'playwright-core'
import { faults } from './support/axe'
import { aDevice, type Device, openBrowser, withCare } from './support/browser'
import { aTown, listed, logInAs } from './support/town'

const VOTE = '/packages/consultation/pages/vote/index'
const GROUPS = '/packages/consultation/pages/opinion/index'
const ANSWERS = '/packages/consultation/pages/answers/index'
const LATER_MS = 90_000
/** What the stalls' side says to each, then what the parents' side does. */
const SAID = [
  { text: '早市不能取消，老人买菜方便', says: [1, 1] },
  { text: '七点到九点门口不许停三轮车', says: [-1, 1] },
  { text: '摊主可以把三轮车停到后院', says: [1, 1] },
  { text: '乱停的第一次就该罚', says: [-1, 1] },
  { text: '早市时间可以提前半小时', says: [1, -1] },
  { text: '学校门口要有人维持秩序', says: [0, 1] },
  { text: '后院停车不该收摊主的钱', says: [1, -1] },
] as const
const SPOKEN = { 1: 'agree', 0: 'pass', [-1]: 'disagree' } as const

let service: Service
let browser: Browser
let stage: Stage
let resident: Device
let elder: Device
let window: Device
let stranger: Device
let office: Device
let id: string
let neighbours: Client[]
/** What stands in the way of people with a screen reader or weak eyes. */
const wrong: string[] = []

/** A picture of a screen, and a look at what is wrong with it. */
const look = async (device: Device, name: string) => {
  await device.picture(name)
  wrong.push(...(await faults(device.page, name)))
}

/** Two sides of equal size; now and then somebody is not so sure. */
const neighboursSpeak = async () => {
  const { items } = await stage.member.call('statements.list', { params: { id }, query: { view: 'all', limit: 50 } })
  const says = new Map<string, readonly number[]>(SAID.map((one) => [one.text, one.says]))
  for (const [person, client] of neighbours.entries()) {
    for (const [at, { id: statementId, text }] of items.entries()) {
      const side = (says.get(text)?.[person % 2] ?? 0) as keyof typeof SPOKEN
      const answer = (person + at * 5) % 13 === 0 ? 'pass' : SPOKEN[side]
      await client.call('statements.answer', { params: { id, statementId }, body: { answer } })
    }
  }
}

beforeAll(async () => {
  service = await aTown()
  browser = await openBrowser()
  stage = await aStage(service)
  id = (await aTopicIn(stage, 'open')).id
  neighbours = await residents(service, 24, '街坊')
  for (const [at, { text }] of SAID.entries()) await neighbours[at]?.call('statements.add', { params: { id }, body: { text } })
  await settle(service)
  await neighboursSpeak()
  await service.login('刘大姐')
  await service.login('钱大爷')
  await listed(service, '钱大爷')
  await listed(service, '政协办小董', 'cppccOffice')
  await listed(service, '宋委员', 'cppccMember')
  resident = await aDevice(browser, service.url, 'voices-resident')
  elder = await aDevice(browser, service.url, 'voices-elder', 'small')
  window = await aDevice(browser, service.url, 'voices-window', 'window')
  stranger = await aDevice(browser, service.url, 'voices-stranger', 'small')
  office = await aDevice(browser, service.url, 'voices-office')
  await withCare(elder)
  await withCare(stranger)
})
afterAll(async () => {
  await browser?.close()
  await service?.close()
})

describe('from what people think to what they are told', () => {
  it('a resident answers one statement after the other, and changes one', async () => {
    await logInAs(resident, '刘大姐')
    await resident.open(`${VOTE}?id=${id}`)
    await resident.see('这句话，您怎么看？')
    await look(resident, 'vote')
    for (let said = 1; said <= 6; said++) {
      await resident.press(/^同意$/)
      await resident.see(`这次已经说了 ${said} 条`)
    }
    await resident.press('改上一条')
    await resident.see('改上一条，点一下就行')
    await resident.picture('change')
    await resident.press(/^不同意$/)
    await resident.see('这句话，您怎么看？')
    await resident.press('说不准')
    await resident.see('这些话您都看过了')
    await resident.picture('all-said')
    const { items } = await (await service.login('刘大姐')).call('statements.list', { params: { id }, query: { view: 'all' } })
    expect(items.map(({ answer }) => answer).sort()).toEqual(['agree', 'agree', 'agree', 'agree', 'agree', 'disagree', 'pass'])
  })

  it('and says something of her own, which is looked at first', async () => {
    await resident.press('我也说一句')
    await look(resident, 'write')
    await resident.write('雨天早市能不能搬到棚子里')
    await resident.press(/^提交$/)
    await resident.see('检查文字中')
    await look(resident, 'mine')
    await settle(service)
    // What was just read is not read again at once: she comes back to it.
    await resident.page.reload()
    await resident.press(/^全部$/)
    await resident.see('雨天早市能不能搬到棚子里')
    await resident.press('我说的')
    await resident.see('大家看得到')
    await resident.press(/^全部$/)
    await resident.see('雨天早市能不能搬到棚子里')
    await look(resident, 'all')
  })

  it('an old neighbour does the same in large type on a small telephone', async () => {
    await logInAs(elder, '钱大爷')
    await elder.open(`${VOTE}?id=${id}`)
    await elder.see('这句话，您怎么看？')
    await look(elder, 'vote')
    await elder.press(/^不同意$/)
    await elder.see('这次已经说了 1 条')
  })

  it('everybody sees who thinks alike, what unites and what divides, and where they stand themselves', async () => {
    await service.clock.advance(LATER_MS)
    await computeOpinions()
    await resident.open(`${GROUPS}?id=${id}`)
    await resident.see('有这几种看法')
    await resident.see(/您的看法/)
    await look(resident, 'groups')
    await resident.text('看法地图').scrollIntoViewIfNeeded()
    await resident.see('您在这里')
    await resident.picture('map')
    await resident.press('看法地图 看数字')
    await look(resident, 'map-table')
    await resident.text('大家都这么想').scrollIntoViewIfNeeded()
    await resident.see('早市不能取消，老人买菜方便')
    await resident.picture('united')
    await resident.press(/看全部 8 句话的数字/)
    await look(resident, 'numbers')
    await elder.open(`${GROUPS}?id=${id}`)
    await elder.see('有这几种看法')
    await look(elder, 'groups')
    await elder.text('看法地图').scrollIntoViewIfNeeded()
    await elder.picture('map')
    await elder.text('还有分歧的').scrollIntoViewIfNeeded()
    await elder.picture('dividing')
    await logInAs(window, '宋委员')
    await window.open(`${GROUPS}?id=${id}`)
    await window.see('有这几种看法')
    await window.picture('groups')
  })

  it('the member in charge takes a statement away, with a reason', async () => {
    await window.open(`${VOTE}?id=${id}`)
    await window.press(/^全部$/)
    await window.see('乱停的第一次就该罚')
    await window.press('收起这句 乱停的第一次就该罚')
    await window.fill(/^原因/, '这句话只说罚，请换个说法再提')
    await look(window, 'hide')
    await window.press(/^收起$/)
    await window.text('乱停的第一次就该罚').waitFor({ state: 'detached' })
    const { items } = await (await service.login('刘大姐')).call('statements.list', { params: { id }, query: { view: 'all' } })
    expect(items.map(({ text }) => text)).not.toContain('乱停的第一次就该罚')
  })

  it('when there is a result the office writes what everybody will read, and sees it first', async () => {
    await leadTo(stage, id, 'reported')
    await settle(service)
    await logInAs(office, '政协办小董')
    await office.see('写给大家的答复')
    await office.picture('home')
    await office.press(/写给大家的答复/)
    await office.press(/老菜场门口的停车怎么管/)
    await office.see('办得怎么样')
    await look(office, 'write')
    await office.fill('我们办的', '停车线上周划好了，后院开放二十个车位。有事打摊主代表13812345678。')
    await office.press('看一遍再公开')
    await office.see('大家会看到这些')
    await office.see('这些会自动去掉')
    await look(office, 'review')
    expect(await office.text(/有事打摊主代表/).textContent()).not.toContain('13812345678')
    await office.press(/^公开$/)
    await office.see('看大家看到的样子')
    await look(office, 'published')
  })

  it('whoever is not logged in reads it, in large type, and passes it on as a picture', async () => {
    await stranger.open(ANSWERS)
    await stranger.see('老菜场门口的停车怎么管')
    await look(stranger, 'answers')
    await stranger.press(/老菜场门口的停车怎么管/)
    await stranger.see('大家说的')
    await look(stranger, 'answer')
    await stranger.press('存成图片')
    await stranger.page.getByRole('img', { name: /图片：老菜场/ }).waitFor()
    await look(stranger, 'card')
    const download = stranger.page.waitForEvent('download')
    await stranger.press('保存图片')
    expect((await download).suggestedFilename()).toContain('老菜场门口的停车怎么管')
    expect(await stranger.page.locator('.taro_page_show').last().textContent()).not.toContain('13812345678')
    await window.open(ANSWERS)
    await window.see('老菜场门口的停车怎么管')
    await window.picture('answers')
  })

  it('and she who spoke is told where to read it', async () => {
    await settle(service)
    await resident.open('/pages/messages/index')
    await resident.press(/您参与的事有了结果/)
    await resident.shown('/packages/consultation/pages/answer/index')
    await resident.see('停车线上周划好了')
    await resident.picture('told')
  })

  it('nobody met an error on the way', () => {
    expect([resident, elder, window, stranger, office].flatMap(({ complaints }) => complaints)).toEqual([])
    expect(wrong).toEqual([])
  })
})
