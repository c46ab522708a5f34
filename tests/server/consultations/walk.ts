import type { EndpointName } from '@shared/endpoints'
import { CITY } from '@tests/support/city'
import type { CallOptions, Client, Output } from '@tests/support/client'
import type { Service } from '@tests/support/service'
import { aStage, leadTo, proposeAs, type Stage, settle } from './stages'

type Ask = <N extends EndpointName>(client: Client, name: N, options?: CallOptions<N>) => Promise<Output<N>>

/** Every list that somebody may ask for, with a second page. */
const lists = async (ask: Ask, { office, member, department }: Stage, resident: Client): Promise<void> => {
  for (const client of [resident, office, member, department])
    for (const view of ['public', 'mine', 'work'] as const)
      for (const more of [{}, { regionCode: CITY.county }, { state: 'proposed' as const }]) {
        const query = { view, limit: 1, ...more }
        const { nextCursor } = await ask(client, 'consultations.list', { query })
        if (nextCursor) await ask(client, 'consultations.list', { query: { ...query, cursor: nextCursor } })
      }
}

const talk = async (ask: Ask, stage: Stage, id: string, resident: Client): Promise<void> => {
  const params = { id }
  const added = await ask(resident, 'statements.add', { params, body: { text: '早市时段只停一边' }, key: 'walk' })
  const other = await ask(stage.member, 'statements.add', { params, body: { text: '三轮车都进后院' } })
  await settle(stage.service)
  for (const view of ['next', 'mine', 'all'] as const) await ask(resident, 'statements.list', { params, query: { view, limit: 1 } })
  await ask(stage.office, 'statements.answer', { params: { id, statementId: added.id }, body: { answer: 'agree' } })
  await ask(stage.member, 'statements.hide', { params: { id, statementId: other.id }, body: { reason: '与议题无关' } })
  await settle(stage.service)
  await ask(resident, 'statements.opinion', { params })
}

const meet = async (ask: Ask, { service, member }: Stage, id: string, resident: Client): Promise<void> => {
  const params = { id }
  await ask(resident, 'consultations.signUp', { params, body: {} })
  await ask(resident, 'consultations.leave', { params })
  await ask(resident, 'consultations.signUp', { params, body: {} })
  await ask(member, 'consultations.invite', { params, body: { as: 'expert', name: '老工程师' }, key: 'walk' })
  await ask(member, 'consultations.attendees', { params })
  await service.clock.advance(47 * 3_600_000)
  const { code } = await ask(member, 'consultations.checkInCode', { params })
  await ask(resident, 'consultations.checkIn', { params, body: { code } })
}

/** A topic from its proposal to its judged result; answers the calls that were made on the way. */
export const walkConsultations = async (options: { service: Service; ask: Ask }): Promise<EndpointName[]> => {
  const { service, ask } = options
  const stage = await aStage(service)
  const resident = await service.login('走一遍的居民')
  await proposeAs(resident)
  const id = await proposeAs(stage.member)
  await settle(service)
  const params = { id }
  await ask(stage.office, 'consultations.people', { query: { regionCode: CITY.township } })
  await ask(resident, 'consultations.support', { params, body: { support: true } })
  await leadTo(stage, id, 'open')
  await talk(ask, stage, id, resident)
  await leadTo(stage, id, 'scheduled')
  await meet(ask, stage, id, resident)
  await leadTo(stage, id, 'passedOn')
  await lists(ask, stage, resident)
  await leadTo(stage, id, 'reported')
  await ask(resident, 'consultations.rate', { params, body: { score: 4 } })
  await leadTo(stage, id, 'judged')
  await ask(resident, 'consultations.get', { params })
  await ask(resident, 'consultations.document', { params })
  return ['consultations.propose', 'consultations.move', 'consultations.minutes', 'consultations.answerTask']
}
