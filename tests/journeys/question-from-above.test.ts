import type { Client, Service } from '@tests/support/service'
import type { Browser } from 'playwright-core'
import type { Device } from './support/browser'
import { takeOn } from './support/desk'
import { openMine } from './support/party'
import { aReportedLamp, logInAs } from './support/town'

const TITLE = /路灯/
const QUESTION = '已经超期，请说明原因和打算'
const ANSWER = '灯杆的线断了，师傅明天上午来接。'
const LONG = 20 * 86_400_000

let service: Service
let browser: Browser
let resident: Device
let mediator: Device
let supervisor: Device
let client: Client

beforeAll(async () => {
  ;({ service, browser, client, resident, mediator, supervisor } = await aReportedLamp('supervised'))
})
afterAll(async () => {
  await browser?.close()
  await service?.close()
})

const state = async () => (await client.call('cases.list', { query: { view: 'mine' } })).items[0]?.status

describe('a case that is late', () => {
  it('stands on the board of who watches over the region, in red', async () => {
    await logInAs(mediator, '周桂兰')
    await takeOn(mediator, TITLE)
    await service.clock.advance(LONG)
    await service.catchUp()
    await logInAs(supervisor, '严督查')
    await supervisor.press('看板')
    await supervisor.see('柳溪镇：1 件在办，红灯 1，黄灯 0')
    await supervisor.picture('board')
  })

  it('is asked about, and the question must be answered', async () => {
    await supervisor.press('看本地区事项')
    await supervisor.press(TITLE)
    await supervisor.press('督办这件事')
    await supervisor.fill(/^要问什么/, QUESTION)
    await supervisor.picture('asking')
    await supervisor.press('发出督办')
    await supervisor.see('已发出')
    await supervisor.see('等答复')
    await supervisor.picture('asked')
  })

  it('its handler is told, and answers on the telephone', async () => {
    await mediator.open('/pages/messages/index')
    await mediator.see(/督办/)
    await mediator.picture('told')
    await mediator.open('/pages/home/index')
    await mediator.press(TITLE)
    await mediator.see(QUESTION)
    await mediator.press('答复督办')
    await mediator.write(ANSWER)
    await mediator.picture('answering')
    await mediator.press('发出答复')
    await mediator.see('已答复')
  })

  it('who asked finds the answer, and says that it will do', async () => {
    await supervisor.press(/^督办$/)
    await supervisor.press('已答复')
    await supervisor.see(ANSWER)
    await supervisor.picture('answered')
    await supervisor.press('可以了')
    await supervisor.see('已记下')
  })

  it('its applicant reads nothing of what was asked, and nothing has moved', async () => {
    await logInAs(resident, '刘大姐')
    await openMine(resident, TITLE)
    await resident.see('周桂兰')
    for (const words of [QUESTION, ANSWER, '督办']) expect(await resident.page.getByText(words).count()).toBe(0)
    await resident.picture('case')
    expect(await state()).toBe('accepted')
  })

  it('nobody met an error on the way', () => {
    expect([resident, mediator, supervisor].flatMap(({ complaints }) => complaints)).toEqual([])
  })
})
