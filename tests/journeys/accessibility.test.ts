import type { StaffRole } from '@shared/identity/schemas'
import { aDispute, complaint } from '@tests/support/factories'
import type { Client, Service } from '@tests/support/service'
import type { Browser } from 'playwright-core'
import { faults, look as lookAt, type Screen } from './support/axe'
import { aDevice, type Device, openBrowser, withCare } from './support/browser'
import { aTown, listed, logInAs, neighboursComplain } from './support/town'

let service: Service
let browser: Browser
/** A dispute that is just with its mediator, and a complaint that is settled. */
let dispute: string
let settled: string

/** Somebody on the staff, whom the login page offers. */
const offered = async (role: StaffRole, name: string): Promise<void> => {
  await service.staff(role, { name })
  await listed(service, name, role)
}

/** A complaint from submission to the resident's word that it is done. */
const settle = async (resident: Client, mediator: Client): Promise<string> => {
  let view = await resident.call('cases.submit', { body: complaint() })
  const move = async (who: Client, name: 'accept' | 'startHandling' | 'resolve' | 'confirm', reason?: string) => {
    view = await who.call('cases.move', {
      params: { id: view.id },
      body: { move: name, revision: view.revision, ...(reason ? { reason } : {}) },
    })
  }
  await move(mediator, 'accept')
  await move(mediator, 'startHandling')
  await move(mediator, 'resolve', '灯已经换好，晚上去看过。')
  await move(resident, 'confirm')
  return view.id
}

beforeAll(async () => {
  service = await aTown()
  browser = await openBrowser()
  await offered('dispatcher', '范调度')
  await offered('supervisor', '严督查')
  await offered('admin', '管理员小关')
  await neighboursComplain(service)
  const resident = await service.login('刘大姐')
  settled = await settle(resident, await service.login('周桂兰'))
  dispute = (await aDispute(service, resident)).id
  await service.drain()
})
afterAll(async () => {
  await browser?.close()
  await service?.close()
})

const RESIDENT = '/packages/resident/pages'
const DESK = '/packages/workbench/pages'

describe.each([
  ['normal', false],
  ['care', true],
] as const)('in %s type nothing stands in the way on the screens of', (mode, care) => {
  const devices: Device[] = []
  const device = async (who: string, kind: 'telephone' | 'window' = 'telephone'): Promise<Device> => {
    const made = await aDevice(browser, service.url, `${who}-${mode}`, kind)
    devices.push(made)
    await withCare(made, care)
    return made
  }
  afterEach(async () => {
    for (const { context } of devices.splice(0)) await context.close()
  })
  const look = (on: Device, screens: readonly Screen[]) => lookAt(on, screens, care)

  it('somebody who has not logged in', async () => {
    const phone = await device('nobody')
    expect(
      await look(phone, [
        ['/pages/home/index', '说说您的事'],
        ['/pages/login/index', '刘大姐'],
        [`${RESIDENT}/join/index`, '邀请码'],
      ]),
    ).toEqual([])
  })

  it('a resident', async () => {
    const phone = await device('resident')
    await logInAs(phone, '刘大姐')
    expect(
      await look(phone, [
        ['/pages/home/index', '我的事项'],
        ['/pages/cases/index', '在办的'],
        ['/pages/messages/index', '消息'],
        ['/pages/me/index', '关怀版'],
        [`${RESIDENT}/case/index?id=${dispute}`, '接下来'],
        [`${RESIDENT}/case/index?id=${settled}`, '已经办结'],
        [`${RESIDENT}/chat/index?id=${dispute}`, /对方看不到/],
        [`${RESIDENT}/booking/index?id=${dispute}`, '哪天方便？'],
        [`${RESIDENT}/feedback/index?id=${settled}`, '您满意吗？'],
        [`${RESIDENT}/data/index`, '谁看过我的事'],
      ]),
    ).toEqual([])
  })

  it('a resident who says what is the matter, step by step', async () => {
    const phone = await device('writer')
    await logInAs(phone, '刘大姐')
    const found = await look(phone, [
      ['/pages/home/index', '我的事项'],
      [`${RESIDENT}/submit/index`, '发生了什么？'],
    ])
    const check = async (step: string) => found.push(...(await faults(phone.page, step)))
    await phone.write('楼上装修以后，我家卫生间的顶上一直漏水。')
    await phone.see('像是：邻里 · 漏水渗水')
    await check('what')
    await phone.press('下一步：在哪里')
    await check('map')
    await phone.press('从列表里选')
    await check('list')
    for (const place of ['东河县', '柳溪镇', '桥头村', '桥头一网格']) await phone.press(place)
    await phone.press('下一步：和谁有关')
    await check('who')
    await phone.press('下一步：看一遍')
    await check('review')
    expect(found).toEqual([])
  })

  it('a mediator', async () => {
    const phone = await device('mediator')
    await logInAs(phone, '周桂兰')
    const found = await look(phone, [
      ['/pages/home/index', '我的待办'],
      ['/pages/cases/index', '我的工作时间'],
      [`${DESK}/plan/index`, '周一'],
      [`${DESK}/case/index?id=${dispute}`, '接下来'],
    ])
    await phone.press('更多办理')
    found.push(...(await faults(phone.page, 'moves')))
    expect(found).toEqual([])
  })

  it('the governance centre and the supervisor, on a wide window', async () => {
    const dispatcher = await device('dispatcher', 'window')
    await logInAs(dispatcher, '范调度')
    const found = await look(dispatcher, [
      ['/pages/home/index', '本地区事项'],
      [`${DESK}/file/index`, '谁的事'],
      ['/pages/messages/index', '消息'],
    ])
    const supervisor = await device('supervisor', 'window')
    await logInAs(supervisor, '严督查')
    found.push(...(await look(supervisor, [['/pages/home/index', '本地区事项']])))
    await supervisor.press(/雨棚/)
    await supervisor.see('为什么要看原话')
    found.push(...(await faults(supervisor.page, 'case beside the list')))
    expect(found).toEqual([])
  })

  it('a CPPCC member', async () => {
    const phone = await device('member')
    await logInAs(phone, '陈委员')
    expect(
      await look(phone, [
        ['/pages/home/index', '每周反映多少'],
        ['/pages/cases/index', '居民原话'],
        ['/packages/member/pages/opinion/index', '每周反映多少'],
      ]),
    ).toEqual([])
  })

  it('an administrator', async () => {
    const phone = await device('admin')
    await logInAs(phone, '管理员小关')
    const found = await look(phone, [
      ['/pages/home/index', '邀请工作人员'],
      ['/pages/cases/index', '工作人员'],
      [`${DESK}/setup/index`, '增加单位'],
      ['/pages/home/index', '邀请工作人员'],
    ])
    await phone.press('新建邀请')
    found.push(...(await faults(phone.page, 'invitation')))
    expect(found).toEqual([])
  })
})
