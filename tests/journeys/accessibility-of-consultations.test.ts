import { aMeeting } from '@tests/server/consultations/meetings'
import { aStage, aTopicIn, type Stage, settle } from '@tests/server/consultations/stages'
import type { Service } from '@tests/support/service'
import type { Browser } from 'playwright-core'
import { look, type Screen } from './support/axe'
import { aDevice, type Device, openBrowser, withCare } from './support/browser'
import { aTown, listed, logInAs } from './support/town'

const PAGES = '/packages/consultation/pages'

let service: Service
let browser: Browser
let stage: Stage
let open: string
let meeting: string
let reported: string

beforeAll(async () => {
  service = await aTown()
  browser = await openBrowser()
  stage = await aStage(service)
  await service.login('刘大姐')
  await listed(service, '政协办小董', 'cppccOffice')
  await listed(service, '宋委员', 'cppccMember')
  reported = (await aTopicIn(stage, 'reported', { title: '健身角装不装路灯' })).id
  open = (await aTopicIn(stage, 'open', { title: '小广场几点收音响' })).id
  meeting = await aMeeting(stage, 20)
  await settle(service)
})
afterAll(async () => {
  await browser?.close()
  await service?.close()
})

describe.each([
  ['normal', false],
  ['care', true],
] as const)('in %s type nothing stands in the way of', (mode, care) => {
  const devices: Device[] = []
  const faultsOn = async (who: string, name: string, screens: readonly Screen[]): Promise<string[]> => {
    const device = await aDevice(browser, service.url, `${who}-${mode}`)
    devices.push(device)
    await withCare(device, care)
    await logInAs(device, name)
    return look(device, screens, care)
  }
  afterEach(async () => {
    for (const { context } of devices.splice(0)) await context.close()
  })

  it('a resident who looks, proposes and takes part', async () => {
    const screens: Screen[] = [
      [`${PAGES}/list/index`, '小广场几点收音响'],
      [`${PAGES}/topic/index?id=${open}`, '正在听大家的看法'],
      [`${PAGES}/topic/index?id=${meeting}`, '报名参加'],
      [`${PAGES}/topic/index?id=${reported}`, '结果已经反馈给大家'],
      [`${PAGES}/propose/index`, '您想让大家商量什么事'],
    ]
    expect(await faultsOn('consulting-resident', '刘大姐', screens)).toEqual([])
  })

  it('who leads a topic and its meeting', async () => {
    const screens: Screen[] = [
      ['/pages/home/index', '协商议题'],
      [`${PAGES}/list/index?view=work`, '小广场几点收音响'],
      [`${PAGES}/topic/index?id=${meeting}`, '协商会现场'],
      [`${PAGES}/meeting/index?id=${meeting}`, '谁来参加'],
    ]
    expect(await faultsOn('consulting-lead', '宋委员', screens)).toEqual([])
  })
})
