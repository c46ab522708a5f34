import { aDispute, aMediator, type CaseView } from '@tests/support/factories'
import type { CallOptions, Client, Service } from '@tests/support/service'

type CreatePaper = NonNullable<CallOptions<'papers.create'>['body']>
type MoveName = NonNullable<CallOptions<'papers.move'>['body']>['move']
export type Paper = Awaited<ReturnType<typeof draft>>

/** A drawn name. */
export const STROKES = [
  [100, 100, 200, 180, 320, 260],
  [420, 120, 420, 380],
  [360, 240, 520, 240, 520, 250],
]
export const fails = (status: number, code: string) => ({ status, problem: expect.objectContaining({ code }) })
export const misses = (...paths: string[]) => ({
  status: 400,
  problem: expect.objectContaining({ code: 'invalid_input', errors: paths.map((path) => expect.objectContaining({ path })) }),
})

export interface Mediation {
  id: string
  mediator: Client
  applicant: Client
  respondent: Client
  /** Ids as parties of the case. */
  parties: { applicant: string; respondent: string }
}

let count = 0
/** Somebody whom nobody has met before. */
export const somebody = (service: Service, name: string): Promise<Client> => {
  count += 1
  return service.login(`${name}${count}`)
}

export const show = (client: Client, id: string): Promise<CaseView> => client.call('cases.get', { params: { id } })
export const moveCase = async (client: Client, id: string, move: string, over: object = {}): Promise<CaseView> => {
  const { revision } = await show(client, id)
  return client.call('cases.move', { params: { id }, body: { move, revision, ...over } as never })
}
const idOf = (found: CaseView, side: string, part = 'party'): string =>
  found.parties.find((one) => one.side === side && one.part === part)?.id ?? ''

/** Lets somebody take part whom another invites. */
export const join = async (inviter: Client, id: string, invited: Client, body: object): Promise<string> => {
  const { code } = await inviter.call('parties.invite', { params: { id }, body: body as never })
  await invited.call('parties.answer', { body: { code, agree: true } })
  const found = await show(invited, id)
  return found.parties.find((one) => one.me)?.id ?? ''
}

/** A dispute that is being mediated, with both sides in the app. */
export const aMediation = async (service: Service, over: object = {}): Promise<Mediation> => {
  const mediator = await aMediator(service, { capacity: 200 })
  const [applicant, respondent] = [await somebody(service, '李'), await somebody(service, '钱')]
  const { id } = await aDispute(service, applicant, { preferredMediatorId: mediator.personId, category: 'neighbour.leak', ...over })
  await join(applicant, id, respondent, { part: 'respondent' })
  await moveCase(mediator, id, 'accept')
  const found = await moveCase(mediator, id, 'startMediation')
  return { id, mediator, applicant, respondent, parties: { applicant: idOf(found, 'applicant'), respondent: idOf(found, 'respondent') } }
}

const CONTENT: Partial<Record<CreatePaper['kind'], Record<string, string>>> = {
  application: { claims: '1. 改好排水；\n2. 修好墙脚。' },
  record: {
    where: '桥头村议事厅',
    applicantSaid: '雨水一直排到我家墙上。',
    respondentSaid: '愿意改，但要等天晴。',
    talk: '调解员看了现场，讲了相邻关系的道理，双方各让一步。',
    outcome: '达成协议',
  },
  agreement: { terms: '老钱改装雨棚排水，并补修墙脚。', manner: '微信转账，完工后双方一起看' },
  oral: { terms: '老钱三天内改好排水管。', manner: '三天内，当面看' },
  survey: { place: '桥头村三组', person: '邻居老周', answers: '问：雨棚什么时候搭的？\n答：去年秋天。' },
  authority: { relation: '父子' },
  judicial: {},
}

/** A draft with everything filled in that the case does not know. */
export const draft = async (one: Mediation, kind: CreatePaper['kind'], over: Partial<CreatePaper> = {}) => {
  const body = { kind, ...over, content: { ...CONTENT[kind], ...over.content } }
  return one.mediator.call('papers.create', { params: { id: one.id }, body })
}

export const movePaper = (client: Client, paper: Pick<Paper, 'id' | 'version'>, move: MoveName, over: object = {}) =>
  client.call('papers.move', { params: { id: paper.id }, body: { move, version: paper.version, ...over } })
export const read = (client: Client, paper: Pick<Paper, 'id' | 'digest'>, over: object = {}) =>
  client.call('papers.read', { params: { id: paper.id }, body: { digest: paper.digest, agreed: true, ...over } })
export const sign = (client: Client, paper: Pick<Paper, 'id' | 'digest'>, over: object = {}, key?: string) =>
  client.call('papers.sign', {
    params: { id: paper.id },
    body: { digest: paper.digest, strokes: STROKES, ...over },
    ...(key ? { key } : {}),
  })
export const get = (client: Client, id: string) => client.call('papers.get', { params: { id } })

/** A paper that is open for signing. */
export const openForSigning = async (one: Mediation, kind: CreatePaper['kind'], over: Partial<CreatePaper> = {}): Promise<Paper> => {
  const paper = await draft(one, kind, over)
  const shown = await movePaper(one.mediator, paper, 'present')
  return shown.status === 'signing' ? shown : movePaper(one.mediator, shown, 'openSigning')
}

/** A paper in force, signed by everybody. */
export const inForce = async (one: Mediation, kind: CreatePaper['kind'], over: Partial<CreatePaper> = {}): Promise<Paper> => {
  const paper = await openForSigning(one, kind, over)
  for (const { partyId } of paper.waitsFor) await sign(one.mediator, paper, partyId ? { forPartyId: partyId } : {})
  return movePaper(one.mediator, paper, 'seal')
}
