import { toLocalIso } from '@server/modules/deadlines'
import { draft, inForce, type Mediation, movePaper, openForSigning } from '@tests/server/papers/support'
import { aDispute } from '@tests/support/factories'
import type { Client, Service } from '@tests/support/service'
import type { Browser } from 'playwright-core'
import { look, type Screen } from './support/axe'
import { aDevice, type Device, openBrowser, withCare } from './support/browser'
import { aTown, listed, logInAs } from './support/town'

const RESIDENT = '/packages/resident/pages'
const DESK = '/packages/workbench/pages'

let service: Service
let browser: Browser
let mediation: Mediation
/** An invitation that nobody has answered, a paper to be read, one to be signed, and the code of one in force. */
let invitation: string
let reading: string
let signing: { id: string; digest: string }
let code: string

/** A dispute that is just being mediated, between two who are in the app. */
const aMediation = async (): Promise<Mediation> => {
  const [applicant, respondent, mediator] = await Promise.all(['刘大姐', '钱大爷', '周桂兰'].map((name) => service.login(name)))
  const [a, b, m] = [applicant as Client, respondent as Client, mediator as Client]
  const { id } = await aDispute(service, a, { category: 'neighbour.leak' })
  const invited = await a.call('parties.invite', { params: { id }, body: { part: 'respondent' } })
  await b.call('parties.answer', { body: { code: invited.code, agree: true } })
  for (const move of ['accept', 'startMediation'] as const) {
    const { revision } = await m.call('cases.get', { params: { id } })
    await m.call('cases.move', { params: { id }, body: { move, revision } })
  }
  const { parties } = await m.call('cases.get', { params: { id } })
  const idOf = (side: string) => parties.find((party) => party.side === side)?.id ?? ''
  return { id, applicant: a, respondent: b, mediator: m, parties: { applicant: idOf('applicant'), respondent: idOf('respondent') } }
}

beforeAll(async () => {
  service = await aTown()
  browser = await openBrowser()
  await listed(service, '钱大爷')
  mediation = await aMediation()
  const { id, applicant, parties } = mediation
  invitation = (await applicant.call('parties.invite', { params: { id }, body: { part: 'coParty' } })).code
  const { id: readable } = await movePaper(mediation.mediator, await draft(mediation, 'record'), 'present')
  reading = readable
  const from = { fromPartyId: parties.respondent, toPartyId: parties.applicant }
  const promises = [{ ...from, what: '付修墙的钱', amountCents: 60_000, dueOn: toLocalIso(service.clock.now()).slice(0, 10) }]
  const agreement = await inForce(mediation, 'agreement', { promises })
  code = new URL(agreement.verifyUrl ?? '').hash.split('code=')[1] ?? ''
  signing = await openForSigning(mediation, 'rights')
  await service.drain()
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
  const faultsOn = async (who: string, name: string | null, screens: () => readonly Screen[]): Promise<string[]> => {
    const device = await aDevice(browser, service.url, `${who}-${mode}`)
    devices.push(device)
    await withCare(device, care)
    if (name) await logInAs(device, name)
    return look(device, screens(), care)
  }
  afterEach(async () => {
    for (const { context } of devices.splice(0)) await context.close()
  })

  it('somebody who was sent a link or holds a printed paper', async () => {
    const screens = (): Screen[] => [
      [`${RESIDENT}/join/index?code=${invitation}&part=coParty`, '您先知道这几件事'],
      [`${RESIDENT}/verify/index?code=${code}`, '这份文书是真的'],
      [`${RESIDENT}/verify/index`, '验证码'],
    ]
    expect(await faultsOn('guest', null, screens)).toEqual([])
  })

  it('a party who reads, signs and keeps promises', async () => {
    const id = mediation.id
    const screens = (): Screen[] => [
      [`${RESIDENT}/case/index?id=${id}`, '现在要您做的'],
      [`${RESIDENT}/papers/index?id=${id}`, '这件事的文书'],
      [`${RESIDENT}/paper/index?id=${reading}`, '看过了，写得对'],
      [`${RESIDENT}/sign/index?id=${signing.id}&digest=${signing.digest}`, '写好了'],
      [`${RESIDENT}/obligations/index?id=${id}`, '付修墙的钱'],
      [`${RESIDENT}/people/index?id=${id}`, '我这一边'],
    ]
    expect(await faultsOn('party', '钱大爷', screens)).toEqual([])
  })

  it('a mediator who writes papers and keeps the file', async () => {
    const id = mediation.id
    const screens = (): Screen[] => [
      [`${DESK}/case/index?id=${id}&do=papers`, '起草文书'],
      [`${DESK}/case/index?id=${id}&do=kept`, '付修墙的钱'],
      [`${DESK}/case/index?id=${id}&do=docket`, '卷内目录'],
      [`${DESK}/paper/index?id=${reading}&case=${id}`, '念给他听'],
      [`${DESK}/write/index?case=${id}&kind=oral`, '约定的事'],
      [`${DESK}/plan/index`, '特别的日子'],
    ]
    expect(await faultsOn('desk', '周桂兰', screens)).toEqual([])
  })
})
