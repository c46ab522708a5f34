import { aHazard, COVER, COVER_AGAIN } from '@tests/server/duplicates/support'
import type { Client, Service } from '@tests/support/service'
import { until } from '@tests/support/until'
import type { Browser } from 'playwright-core'
import { aDevice, type Device, openBrowser } from './support/browser'
import { move, takeOn } from './support/desk'
import { openMine } from './support/party'
import { aTown, listed, logInAs } from './support/town'

const NEWS = '新井盖周四上午装上，请绕行。'

let service: Service
let browser: Browser
let dispatcher: Device
let mediator: Device
let neighbour: Device
let clients: Client[]

beforeAll(async () => {
  service = await aTown()
  browser = await openBrowser()
  clients = [await service.login('刘大姐'), await service.login('孙师傅')]
  for (const [n, text] of [COVER, COVER_AGAIN].entries()) await aHazard(clients[n] as Client, { text })
  const comparing = await service.staff('dispatcher', { name: '苏主任' })
  await listed(service, '苏主任', 'dispatcher')
  await listed(service, '孙师傅')
  await until(async () => {
    await service.catchUp()
    return (await comparing.call('duplicates.list', { query: {} })).items.length === 1
  }, 30_000)
  dispatcher = await aDevice(browser, service.url, 'merged-dispatcher', 'window')
  mediator = await aDevice(browser, service.url, 'merged-mediator')
  neighbour = await aDevice(browser, service.url, 'merged-neighbour')
})
afterAll(async () => {
  await browser?.close()
  await service?.close()
})

const states = () =>
  Promise.all(clients.map(async (client) => (await client.call('cases.list', { query: { view: 'mine' } })).items[0]?.status))

describe('two who report the same', () => {
  it('are shown to the centre, which has them handled together', async () => {
    await logInAs(dispatcher, '苏主任')
    await dispatcher.press('待决定')
    await dispatcher.press('像同一件')
    await dispatcher.picture('alike')
    await dispatcher.press('去合并办理')
    await dispatcher.press(/^桥头菜场门口的井盖裂了/)
    await dispatcher.picture('which')
    await dispatcher.press('确定合并办理')
    await dispatcher.see('已办理：合并办理')
    await dispatcher.see('没有像是同一件的事')
    await dispatcher.picture('merged')
    expect(await states()).toEqual(['assigned', 'suspended'])
  })

  it('have one handler, who tells both at once', async () => {
    await logInAs(mediator, '周桂兰')
    await takeOn(mediator, /井盖裂了/)
    await mediator.see('另有 1 件和这一件合在一起办')
    await mediator.press('给每一家说一声')
    await mediator.write(NEWS)
    await mediator.picture('telling')
    await mediator.press('发给 2 家')
    await mediator.see(/已发给/)
  })

  it('read it each in their own talk, and nothing of the other', async () => {
    await logInAs(neighbour, '孙师傅')
    await openMine(neighbour, /井盖坏了/)
    await neighbour.press('1 条新留言')
    await neighbour.see(NEWS)
    await neighbour.picture('told')
    for (const words of ['刘大姐', '井盖裂了']) expect(await neighbour.page.getByText(words).count()).toBe(0)
  })

  it('are done together', async () => {
    await mediator.page.reload()
    await move(mediator, '开始办理')
    await move(mediator, '办好了', '新井盖装好了，四周抹了水泥。')
    await service.drain()
    expect(await states()).toEqual(['resolved', 'resolved'])
    await openMine(neighbour, /井盖坏了/)
    await neighbour.see('请您看看办好了没有')
    await neighbour.picture('done')
  })

  it('nobody met an error on the way', () => {
    expect([dispatcher, mediator, neighbour].flatMap(({ complaints }) => complaints)).toEqual([])
  })
})
