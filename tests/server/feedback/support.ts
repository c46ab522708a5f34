import type { CaseView } from '@tests/support/factories'
import { aCase, aDispute, aMediator } from '@tests/support/factories'
import type { CallOptions, Client, Service } from '@tests/support/service'

type Move = NonNullable<CallOptions<'cases.move'>['body']>

/** Makes moves one after the other, each by somebody. */
export const moves = async (start: CaseView, steps: [Client, Omit<Move, 'revision'>][]): Promise<CaseView> => {
  let found = start
  for (const [client, step] of steps) {
    const body = { revision: found.revision, ...step } as Move
    found = await client.call('cases.move', { params: { id: found.id }, body })
  }
  return found
}

/** A complaint that is closed, with its mediator. */
export const aClosedCase = async (service: Service, resident: Client): Promise<{ found: CaseView; mediator: Client }> => {
  const mediator = await aMediator(service)
  const start = await aCase(service, resident, { preferredMediatorId: mediator.personId })
  const found = await moves(start, [
    [mediator, { move: 'accept' }],
    [mediator, { move: 'startHandling' }],
    [mediator, { move: 'resolve', reason: '路灯已经修好' }],
    [resident, { move: 'confirm' }],
  ])
  return { found, mediator }
}

/** A dispute with two parties that has failed. */
export const aFailedDispute = async (service: Service, applicant: Client, respondent: Client) => {
  const mediator = await aMediator(service)
  const start = await aDispute(service, applicant, { preferredMediatorId: mediator.personId })
  const { code } = await applicant.call('parties.invite', { params: { id: start.id }, body: { part: 'respondent' } })
  await respondent.call('parties.answer', { body: { code, agree: true } })
  const found = await moves(start, [
    [mediator, { move: 'accept' }],
    [mediator, { move: 'startMediation' }],
    [mediator, { move: 'fail', reason: '双方对排水走向谈不拢' }],
  ])
  return { found, mediator }
}
