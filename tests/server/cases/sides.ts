import type { InviteParty } from '@shared/cases/schemas'
import { aDispute, type CaseView } from '@tests/support/factories'
import type { Client, Service } from '@tests/support/service'
import type * as z from 'zod/mini'

export type Invite = z.infer<typeof InviteParty>

/** Somebody with a name of their own. */
export const somebody = (service: Service, name = '人'): Promise<Client> =>
  service.login(`${name}${Math.random().toString(36).slice(2, 9)}`)

export const invite = (by: Client, id: string, body: Invite) => by.call('parties.invite', { params: { id }, body })
export const tryInvite = (by: Client, id: string, body: object) => by.raw('POST', `/api/cases/${id}/invitations`, { body })
export const answer = (who: Client, code: string, agree = true) =>
  who.raw('POST', '/api/party-invitations/answer', { body: { code, agree } })

/** Somebody who was invited and agreed. */
export const join = async (options: { by: Client; id: string; body: Invite; who: Client }): Promise<Client> => {
  const { by, id, body, who } = options
  const { code } = await invite(by, id, body)
  const { status } = await answer(who, code)
  if (status !== 200) throw new Error(`Answered with ${status}`)
  return who
}

export const seen = (who: Client, id: string): Promise<CaseView> => who.call('cases.get', { params: { id } })
/** The id of somebody among the parties. */
export const partyIdOf = async (who: Client, id: string): Promise<string> => (await seen(who, id)).parties.find((one) => one.me)?.id ?? ''

/** A dispute whose respondent has agreed to take part. */
export const aTalk = async (service: Service, applicant: Client, over: Parameters<typeof aDispute>[2] = {}) => {
  const { id } = await aDispute(service, applicant, over)
  const respondent = await join({ by: applicant, id, body: { part: 'respondent' }, who: await somebody(service, '对方') })
  return { id, respondent }
}

/** So many more on the applicant's side. */
export const coApplicants = (service: Service, applicant: Client, id: string, count: number): Promise<Client[]> =>
  Promise.all(
    Array.from({ length: count }, async () => join({ by: applicant, id, body: { part: 'coParty' }, who: await somebody(service, '邻居') })),
  )
