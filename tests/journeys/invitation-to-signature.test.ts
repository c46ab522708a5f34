import { aDispute } from '@tests/support/factories'
import type { Service } from '@tests/support/service'
import type { Browser } from 'playwright-core'
import { aDevice, type Device, openBrowser, withCare } from './support/browser'
import { finish, invite, move, present, propose, signAndSeal, step, takeOn } from './support/desk'
import { openMine, readBack, signPaper } from './support/party'
import { aTown, listed, logInAs, sessionBegins } from './support/town'

const TITLE = /雨棚/
const RECORD = '调解笔录'
const AGREEMENT = '人民调解协议书'
const DAY = 86_400_000

let service: Service
let browser: Browser
let mediator: Device
let applicant: Device
/** Seventy, on a small old telephone, in care mode, and never here before. */
let respondent: Device
let caseId: string
let invitation: string

beforeAll(async () => {
  service = await aTown()
  browser = await openBrowser()
  caseId = (await aDispute(service, await service.login('刘大姐'))).id
  await listed(service, '钱大爷')
  mediator = await aDevice(browser, service.url, 'sign-mediator')
  applicant = await aDevice(browser, service.url, 'sign-applicant')
  respondent = await aDevice(browser, service.url, 'sign-respondent', 'small')
  await withCare(respondent)
})
afterAll(async () => {
  await browser?.close()
  await service?.close()
})

/** Both say on their own telephones that the paper is right, and sign it; then the mediator, and the seal. */
const untilSealed = async (paper: string) => {
  for (const party of [applicant, respondent]) await readBack(party, caseId, paper)
  await mediator.page.reload()
  await step(mediator, '开始签名', '可以签名了')
  for (const party of [applicant, respondent]) await signPaper(party, caseId, paper)
  await signAndSeal(mediator)
}
const agreed = async () => {
  const client = await service.login('刘大姐')
  const { status } = await client.call('cases.get', { params: { id: caseId } })
  const { items } = await client.call('papers.list', { params: { id: caseId } })
  const { id = '' } = items.find(({ kind }) => kind === 'agreement') ?? {}
  return { status, paper: await client.call('papers.get', { params: { id } }) }
}

describe('from the invitation to the signature', () => {
  it('the mediator takes it on and proposes a time, to which the applicant says yes', async () => {
    await logInAs(mediator, '周桂兰')
    await takeOn(mediator, TITLE)
    await propose(mediator)
    await logInAs(applicant, '刘大姐')
    await openMine(applicant, TITLE)
    await applicant.press('同意这个时间')
    invitation = await invite(mediator)
  })

  it('a neighbour of seventy comes from the link to a confirmed time in under two minutes and twelve taps', async () => {
    const [began, tapped] = [Date.now(), respondent.taps()]
    await respondent.open(invitation)
    await respondent.see('不收钱')
    await respondent.picture('invited')
    await respondent.press('我同意参加')
    await respondent.press('钱大爷')
    await respondent.picture('terms')
    await respondent.press('我看过了，同意')
    await respondent.see('这个时间行吗？')
    await respondent.picture('asked')
    await respondent.press('行，就这个时间')
    await respondent.see('时间定好了')
    await respondent.picture('settled')
    const [seconds, taps] = [(Date.now() - began) / 1000, respondent.taps() - tapped]
    expect(taps).toBeGreaterThan(0)
    expect(taps).toBeLessThanOrEqual(12)
    // a test reads nothing and finds everything at once: people are given ten seconds more for each tap
    expect(seconds + 10 * taps).toBeLessThan(120)
  })

  it('they meet, and each reads back and signs the record', async () => {
    await mediator.page.reload()
    await mediator.see('已约定')
    await sessionBegins(service, '刘大姐')
    await mediator.page.reload()
    await move(mediator, '开始调解')
    await finish(mediator)
    await present(
      mediator,
      RECORD,
      [
        ['申请人的意见', '雨水一直排到我家墙上，墙脚泡坏了。'],
        ['被申请人的意见', '愿意改，也愿意出修墙的钱。'],
        ['调解经过', '一起看了现场，讲了邻里排水的道理，双方各让一步。'],
      ],
      () => mediator.press('结果 达成协议'),
    )
    await untilSealed(RECORD)
  })

  it('the agreement is drafted with its promise, signed by hand by all three, and in force', async () => {
    await mediator.open(`/packages/workbench/pages/case/index?id=${caseId}`)
    await present(
      mediator,
      AGREEMENT,
      [
        ['协议内容', '钱大爷把雨棚的水改排到自家院里，并出修墙的钱。'],
        ['履行方式', '当面交付'],
      ],
      async () => {
        await mediator.press('加一件')
        await mediator.fill('做什么', '付修墙的钱')
        await mediator.fill(/^多少钱/, '600')
        await mediator.fill('最晚哪天', new Date(service.clock.now().getTime() + 20 * DAY).toISOString().slice(0, 10))
        await mediator.picture('promise')
        await mediator.press(/^好了$/)
      },
    )
    await untilSealed(AGREEMENT)
    for (let tries = 0; tries < 40 && (await agreed()).status !== 'performing'; tries++) await mediator.page.waitForTimeout(250)
    expect(await agreed()).toMatchObject({ status: 'performing', paper: { status: 'effective', waitsFor: [] } })
  })

  it('anybody finds out from its code that it is genuine, and nothing else; a forged code is refused', async () => {
    const { paper } = await agreed()
    const stranger = await aDevice(browser, service.url, 'sign-stranger')
    await stranger.open(`/packages/resident/pages/verify/index?code=${new URL(paper.verifyUrl ?? '').hash.split('code=')[1]}`)
    await stranger.see('这份文书是真的')
    await stranger.see(paper.number ?? '')
    expect(await stranger.page.getByText(/刘大姐|钱大爷|雨棚/).count()).toBe(0)
    await stranger.picture('genuine')
    await stranger.press('查另一份')
    await stranger.fill('验证码', 'ABCDEFGH23456789')
    await stranger.press('查一查')
    await stranger.see('没有查到这份文书')
    await stranger.picture('forged')
  })

  it('the one who promised says that it is paid, the other confirms it', async () => {
    await openMine(respondent, TITLE)
    await respondent.picture('to-keep')
    await respondent.press(/^约定的事/)
    await respondent.press('我做到了')
    await respondent.fill(/^说明/, '当面给了现金')
    await respondent.press('我做到了')
    await respondent.see('已经告诉对方，等对方确认')
    await openMine(applicant, TITLE)
    await applicant.picture('to-confirm')
    await applicant.press(/说做到了，请您确认/)
    await applicant.press('确认做到了')
    await applicant.press('确认做到了')
    await applicant.see('已经确认')
    await applicant.see('已付 600 元')
    await applicant.picture('kept')
  })

  it('nobody met an error on the way', () => {
    expect([mediator, applicant, respondent].flatMap(({ complaints }) => complaints)).toEqual([])
  })
})
