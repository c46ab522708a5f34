import type { Client, Service } from '@tests/support/service'
import type { Browser } from 'playwright-core'
import type { Device } from './support/browser'
import { move } from './support/desk'
import { openMine } from './support/party'
import { aReportedLamp, logInAs } from './support/town'

const TITLE = /路灯/

let service: Service
let browser: Browser
let resident: Device
let mediator: Device
let supervisor: Device
let client: Client

beforeAll(async () => {
  ;({ service, browser, client, resident, mediator, supervisor } = await aReportedLamp('reopened'))
})
afterAll(async () => {
  await browser?.close()
  await service?.close()
})

/** The case as its applicant sees it. */
const mine = async () => (await client.call('cases.list', { query: { view: 'mine' } })).items[0]
/** The resident says that it is done, and what it was like. */
const closeAndRate = async (level: RegExp) => {
  await openMine(resident, TITLE)
  await resident.press(/^办好了$/)
  await resident.press(/^确认$/)
  await resident.see('谢谢您，已经办结')
  await resident.press('评一评')
  await resident.press(level)
  await resident.see('记下了，谢谢您')
}

describe('a case that was closed too early', () => {
  it('is handled and closed, and rated badly', async () => {
    await logInAs(mediator, '周桂兰')
    await mediator.open('/pages/home/index')
    await mediator.press(/^受理$/)
    await mediator.press(TITLE)
    await move(mediator, '开始办理')
    await move(mediator, '办好了', '灯泡换了。')
    await logInAs(resident, '刘大姐')
    await closeAndRate(/^不满意$/)
    await resident.see('督查员会看到')
    await resident.picture('unhappy')
    expect(await mine()).toMatchObject({ status: 'closed' })
  })

  it('is reopened by the applicant, who says why', async () => {
    await openMine(resident, TITLE)
    await resident.picture('closed')
    await resident.press(/^重新办理/)
    await resident.press('问题又出现了')
    await resident.picture('why')
    await resident.press('重新办理')
    await resident.see('已经重新办理')
    await resident.see('周桂兰')
    await resident.picture('reopened')
    expect(await mine()).toMatchObject({ status: 'assigned', assignee: { name: '周桂兰' } })
  })

  it('comes back to the same handler, who does not learn of the rating', async () => {
    await mediator.open('/pages/home/index')
    await mediator.page.reload()
    await mediator.see(TITLE)
    await mediator.picture('inbox')
    await mediator.press(/^受理$/)
    await mediator.press(TITLE)
    await mediator.see('问题又出现了')
    expect(await mediator.page.getByText('不满意').count()).toBe(0)
    await mediator.picture('case')
  })

  it('the supervisor is told, and sees that somebody is not content', async () => {
    await logInAs(supervisor, '严督查')
    await supervisor.open('/pages/messages/index')
    await supervisor.see('一件办结的事被要求重新办理')
    await supervisor.picture('told')
  })

  it('is handled once more, closed again, and rated anew', async () => {
    await move(mediator, '开始办理')
    await move(mediator, '办好了', '线路重新接过，夜里去看过三次，都亮着。')
    await closeAndRate(/^满意$/)
    await resident.picture('content')
    expect(await mine()).toMatchObject({ status: 'closed' })
  })

  it('nobody met an error on the way', () => {
    expect([resident, mediator, supervisor].flatMap(({ complaints }) => complaints)).toEqual([])
  })
})
