import { type Case, casesById } from '@server/modules/cases'
import type { DomainEvent, Listener } from '@server/platform/outbox'
import { answerOutsideMatters } from './commands/answer-outside-matters'
import { giveBackReturned } from './commands/give-back-left'
import { handOver } from './commands/hand-over'
import { keepTies } from './commands/keep-ties'
import { noticeTies } from './commands/notice-ties'
import { settleAvoidances } from './commands/settle-avoidances'
import { findAvoidance } from './queries/find-avoidances'

const idOf = (event: DomainEvent): string => String(event.data.caseId)

/** Whoever asked, or everybody when the mediator did, is not given to that mediator again in other cases either. */
const keepAway = async (requestId: string, doc: Case): Promise<void> => {
  const avoidance = await findAvoidance(requestId)
  if (avoidance.state !== 'granted') return
  const sides = doc.parties.filter((party) => party.part !== 'helper' && (avoidance.by === 'mediator' || party.side === avoidance.by))
  const known = sides.map((party) => ({ otherId: party.personId, caseId: avoidance.caseId }))
  await keepTies({ personId: avoidance.mediatorId, kind: 'granted', known })
  await handOver({ avoidance })
}

const hear = async (event: DomainEvent, doc: Case | undefined): Promise<void> => {
  if (!doc) return
  if (event.type === 'party.answered') await noticeTies({ doc, partyId: String(event.data.partyId), eventId: event.id })
  else await keepAway(String(event.data.requestId), doc)
}

const isTelling = ({ type, data }: DomainEvent): boolean =>
  (type === 'party.answered' && data.agreed === true) ||
  (type === 'avoidance.changed' && (data.change === 'granted' || data.change === 'declared'))

/** What becomes known of people while cases are handled, and what is left to do after a decision. Hearing twice changes nothing. */
export const dispatchListener: Listener = async (events) => {
  await answerOutsideMatters(events)
  await giveBackReturned(events)
  const telling = events.filter(isTelling)
  if (telling.length > 0) {
    const docs = await casesById(telling.map(idOf))
    for (const event of telling) await hear(event, docs.get(idOf(event)))
  }
  const moved = events.filter((event) => event.type === 'case.moved')
  await settleAvoidances({ caseIds: [...new Set(moved.map(idOf))] })
}
