import { NoticeModel } from '@server/modules/notices/notice.model'
import { CITY } from '@tests/support/city'
import type { Service } from '@tests/support/service'
import { until } from '@tests/support/until'
import type { Browser } from 'playwright-core'
import { aDevice, type Device, openBrowser } from './support/browser'
import { aTown, listed, logInAs, neighboursComplain } from './support/town'

const NOTICE = '周六上午停水'

let service: Service
let browser: Browser
let resident: Device
let dispatcher: Device

beforeAll(async () => {
  service = await aTown()
  browser = await openBrowser()
  await neighboursComplain(service)
  await service.staff('dispatcher', { name: '苏主任', regionCode: CITY.city, organisationId: service.city.organisations.cityCentre })
  await listed(service, '苏主任', 'dispatcher')
  await listed(service, '甲家')
  resident = await aDevice(browser, service.url, 'settings-resident')
  dispatcher = await aDevice(browser, service.url, 'settings-dispatcher', 'window')
})
afterAll(async () => {
  await browser?.close()
  await service?.close()
})

describe('how long a step may take', () => {
  it('is changed into a draft, with the reason', async () => {
    await logInAs(dispatcher, '苏主任')
    await dispatcher.press('设置')
    await dispatcher.press(/^时限规则/)
    await dispatcher.press('改规则')
    await dispatcher.press(/^改 受理期限 需要留意/)
    await dispatcher.picture('limit')
    await dispatcher.press('多久 增加')
    await dispatcher.press('好了')
    await dispatcher.fill(/^为什么这样改/, '雨季来信多')
    await dispatcher.press('存成草稿')
    await dispatcher.see('已存成草稿')
  })

  it('shows what it would do to open cases before it is put into force, and touches none', async () => {
    await dispatcher.press('看看影响')
    await dispatcher.see('正在办的 6 件里')
    await dispatcher.picture('effect')
    await dispatcher.press('让它生效')
    await dispatcher.press('确定生效')
    await dispatcher.see('已生效')
    await dispatcher.picture('in-force')
  })
})

describe('a notice', () => {
  it('is written to the residents of a place, and says how many it will reach', async () => {
    await dispatcher.open('/pages/home/index')
    await dispatcher.press('设置')
    await dispatcher.press(/^发通知/)
    await dispatcher.press('写一条通知')
    await dispatcher.see(/会发给 6 人/)
    await dispatcher.fill(/^标题/, NOTICE)
    await dispatcher.fill(/^内容/, '周六上午 8 点到 12 点检修管道，请提前接好水。')
    await dispatcher.press('看一遍再发')
    await dispatcher.picture('notice')
    await dispatcher.press(/^发出$/)
    await dispatcher.see('检查中')
    // Checked by one job and sent by another.
    await until(async () => {
      await service.catchUp()
      return (await NoticeModel.countDocuments({ state: 'sent' })) === 1
    }, 30_000)
    await dispatcher.open('/packages/workbench/pages/notices/index')
    await dispatcher.see('已告诉 6 人')
    await dispatcher.picture('sent')
  })

  it('arrives once at somebody who lives there', async () => {
    await logInAs(resident, '甲家')
    await resident.open('/pages/messages/index')
    await resident.see(NOTICE)
    expect(await resident.page.getByText(NOTICE).filter({ visible: true }).count()).toBe(1)
    await resident.picture('notice')
  })

  it('nobody met an error on the way', () => {
    expect([resident, dispatcher].flatMap(({ complaints }) => complaints)).toEqual([])
  })
})
