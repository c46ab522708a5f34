import { randomUUID } from 'node:crypto'
import { ObjectId } from '@server/platform/database'
import type { PaperKind, PromiseInput } from '@shared/papers/schemas'
import { aDispute, aMediator } from '@tests/support/factories'
import type { CallOptions, Client, Service } from '@tests/support/service'
import mongoose from 'mongoose'

type Move = NonNullable<CallOptions<'cases.move'>['body']>

/** Moves a case as it stands now. */
export const move = async (who: Client, id: string, body: Omit<Move, 'revision'>) => {
  const { revision } = await who.call('cases.get', { params: { id } })
  return who.call('cases.move', { params: { id }, body: { revision, ...body } as Move })
}

export interface Mediation {
  id: string
  applicant: Client
  respondent: Client
  mediator: Client
  /** Ids of the two parties in the case. */
  ids: { applicant: string; respondent: string }
}

/** A dispute in mediation, whose respondent has joined. */
export const aMediation = async (service: Service, over: Parameters<typeof aDispute>[2] = {}): Promise<Mediation> => {
  const [applicant, respondent] = [
    await service.login(`申请人${randomUUID().slice(0, 8)}`),
    await service.login(`对方${randomUUID().slice(0, 8)}`),
  ]
  const mediator = await aMediator(service)
  const { id } = await aDispute(service, applicant, { preferredMediatorId: mediator.personId, ...over })
  const { code } = await applicant.call('parties.invite', { params: { id }, body: { part: 'respondent' } })
  await respondent.call('parties.answer', { body: { code, agree: true } })
  await move(mediator, id, { move: 'accept' })
  await move(mediator, id, { move: 'startMediation' })
  const { parties } = await mediator.call('cases.get', { params: { id } })
  const idOf = (side: string) => parties.find((party) => party.side === side && party.part === 'party')?.id ?? ''
  return { id, applicant, respondent, mediator, ids: { applicant: idOf('applicant'), respondent: idOf('respondent') } }
}

/** Tells of a paper once more, or of what became of it. */
export const tellPaper = async (options: { caseId: string; paperId: string; kind: PaperKind; change: 'effective' | 'void' }) => {
  const { recordCaseEvent } = await import('@server/modules/cases')
  const { newEvent } = await import('@server/platform/outbox')
  const { caseId } = options
  await recordCaseEvent({ caseId, events: [newEvent('paper.changed', { ...options, byPersonId: null })] })
}

/** Where papers lie. */
export const papers = () => mongoose.model('Paper').collection

/** A paper that took effect, as the papers' module leaves it behind. */
export const anEffectivePaper = async (options: {
  service: Service
  caseId: string
  promises: PromiseInput[]
  kind?: 'agreement' | 'oral'
}): Promise<string> => {
  const { service, caseId, promises, kind = 'agreement' } = options
  const _id = new ObjectId()
  const now = service.clock.now()
  await papers().insertOne({
    _id,
    caseId: new ObjectId(caseId),
    kind,
    status: 'effective',
    version: 1,
    content: {},
    promises,
    text: '',
    digest: '',
    sides: ['applicant', 'respondent'],
    shown: true,
    readings: [],
    signatures: [],
    changes: [],
    effectiveAt: now,
    createdAt: now,
    updatedAt: now,
  })
  const paperId = _id.toHexString()
  await tellPaper({ caseId, paperId, kind, change: 'effective' })
  return paperId
}

/** What is promised in most of the tests: the respondent pays 300 yuan in ten days. */
export const pays = (mediation: Mediation, over: Partial<PromiseInput> = {}): PromiseInput => ({
  fromPartyId: mediation.ids.respondent,
  toPartyId: mediation.ids.applicant,
  what: '赔偿修墙的费用',
  amountCents: 30_000,
  dueOn: '2026-03-20',
  ...over,
})

/** An agreed dispute whose agreement has taken effect and was heard of. */
export const anAgreement = async (
  service: Service,
  promises: (mediation: Mediation) => PromiseInput[] = (one) => [pays(one)],
  over: Parameters<typeof aDispute>[2] = {},
) => {
  const mediation = await aMediation(service, over)
  await move(mediation.mediator, mediation.id, { move: 'agree' })
  const paperId = await anEffectivePaper({ service, caseId: mediation.id, promises: promises(mediation) })
  await service.drain()
  return { ...mediation, paperId }
}

export const obligationsFor = (who: Client, id: string) => who.call('obligations.list', { params: { id } })

/** Moves the first obligation, or the one named, as it stands now. */
export const moveObligation = async (
  who: Client,
  id: string,
  body: Omit<NonNullable<CallOptions<'obligations.move'>['body']>, 'revision'>,
  at = 0,
) => {
  const one = (await obligationsFor(who, id)).items[at]
  return who.call('obligations.move', { params: { id: one?.id ?? '' }, body: { revision: one?.revision ?? 0, ...body } })
}

/** Status and code of a refusal. */
export const refusal = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error) => [error.status, error.problem.code],
  )
