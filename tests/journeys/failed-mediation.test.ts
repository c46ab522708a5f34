import { aDispute } from '@tests/support/factories'
import type { Service } from '@tests/support/service'
import type { Browser } from 'playwright-core'
import { aDevice, type Device, openBrowser, withCare } from './support/browser'
import { move, signAndSeal, step, takeOn } from './support/desk'
import { openMine } from './support/party'
import { aTown, listed, logInAs } from './support/town'

const TITLE = /雨棚/
const CERTIFICATE = '调解不成证明书'

let service: Service
let browser: Browser
let mediator: Device
let applicant: Device
let respondent: Device
let caseId: string

beforeAll(async () => {
  service = await aTown()
  browser = await openBrowser()
  const resident = await service.login('刘大姐')
  caseId = (await aDispute(service, resident, { category: 'neighbour.leak' })).id
  const { code } = await resident.call('parties.invite', { params: { id: caseId }, body: { part: 'respondent' } })
  await listed(service, '钱大爷')
  await (await service.login('钱大爷')).call('parties.answer', { body: { code, agree: true } })
  mediator = await aDevice(browser, service.url, 'failed-mediator')
  applicant = await aDevice(browser, service.url, 'failed-applicant')
  respondent = await aDevice(browser, service.url, 'failed-respondent', 'small')
  await withCare(respondent)
})
afterAll(async () => {
  await browser?.close()
  await service?.close()
})

describe('a mediation that fails', () => {
  it('the mediator writes down that nothing was agreed, and is shown the ways that are left', async () => {
    await logInAs(mediator, '周桂兰')
    await takeOn(mediator, TITLE)
    await move(mediator, '开始调解')
    await mediator.press('更多办理')
    await move(mediator, '没谈成', '双方对雨水往哪里排谈不拢。')
    await mediator.see('还可以走的路')
    await mediator.see(/东河县人民法院/)
    await mediator.picture('failed')
  })

  it('the certificate is there by itself; it needs no more than the signature and the seal', async () => {
    await mediator.press(/^文书$/)
    await mediator.press(new RegExp(CERTIFICATE))
    await mediator.picture('certificate')
    await step(mediator, '准备签名', '可以签名了')
    await signAndSeal(mediator)
  })

  it.each([
    ['applicant', '刘大姐'],
    ['respondent', '钱大爷'],
  ])('the %s is told the legal ways on, and has the certificate', async (side, name) => {
    const party = side === 'applicant' ? applicant : respondent
    await logInAs(party, name)
    await openMine(party, TITLE)
    await party.see('这次没有谈成')
    await party.picture('failed')
    await party.see('接下来可以走的路')
    await party.see(/东河县人民法院/)
    await party.text('接下来可以走的路').scrollIntoViewIfNeeded()
    await party.picture('ways')
    await party.press(/^文书/)
    await party.press(new RegExp(CERTIFICATE))
    await party.see('盖章：桥头村人民调解委员会')
    await party.picture('certificate')
  })

  it('the case is passed on with its file to a higher level, once', async () => {
    await mediator.open(`/packages/workbench/pages/case/index?id=${caseId}`)
    await mediator.press('更多办理')
    await mediator.press('移送上级或部门')
    await mediator.press(/东河县综治中心/)
    await mediator.write('超出村里能调的范围，请县里接着办。')
    await mediator.picture('pass-on')
    await mediator.press('确定移送上级或部门')
    await mediator.see('已办理：移送上级或部门')
    await openMine(applicant, TITLE)
    await applicant.see(/东河县综治中心/)
    await applicant.picture('passed-on')
    const dispatcher = await service.staff('dispatcher')
    const found = await dispatcher.call('cases.get', { params: { id: caseId } })
    expect(found).toMatchObject({ status: 'assigned' })
    expect(found.can).not.toContain('passOn')
    const { items } = await dispatcher.call('docket.get', { params: { id: caseId } })
    expect(items.find(({ part }) => part === 'records')).toBeDefined()
  })

  it('nobody met an error on the way', () => {
    expect([mediator, applicant, respondent].flatMap(({ complaints }) => complaints)).toEqual([])
  })
})
