import { CITY } from '@tests/support/city'
import type { Output } from '@tests/support/client'
import { aDispute, aMediator, type CaseView, type MediatorOptions } from '@tests/support/factories'
import type { Client, Service } from '@tests/support/service'

export type AvoidanceView = Output<'avoidance.ask'>

/** A mediator of the grid in which disputes arise. */
export const inGrid = (service: Service, name: string, options: MediatorOptions = {}): Promise<Client> =>
  aMediator(service, { name, regionCode: CITY.grid, ...options })

/** A dispute that lies with a certain mediator. */
export const aDisputeWith = (service: Service, applicant: Client, mediator: Client): Promise<CaseView> =>
  aDispute(service, applicant, { preferredMediatorId: mediator.personId })

/** The respondent joins. */
export const joins = async (applicant: Client, id: string, respondent: Client): Promise<void> => {
  const { code } = await applicant.call('parties.invite', { params: { id }, body: { part: 'respondent' } })
  await respondent.call('parties.answer', { body: { code, agree: true } })
}

export const ask = (client: Client, id: string, reason = '他和对方走得很近'): Promise<AvoidanceView> =>
  client.call('avoidance.ask', { params: { id }, body: { reason } })
export const read = (client: Client, id: string): Promise<CaseView> => client.call('cases.get', { params: { id } })
export const requestsOf = async (client: Client, id: string): Promise<AvoidanceView[]> =>
  (await client.call('avoidance.forCase', { params: { id } })).items
