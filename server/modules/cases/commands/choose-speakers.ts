import type { Actor } from '@server/platform/actor'
import { inTransaction } from '@server/platform/database'
import { AppError, Conflict, Forbidden, InvalidInput } from '@server/platform/errors'
import { newEvent } from '@server/platform/outbox'
import { EVERYONE, isOpen, type Relation } from '@shared/cases/words'
import type { Case, Side } from '../case.model'
import { sideOf } from '../cases.policy'
import { mayChoose, partiesOf } from '../parties.policy'
import { speakersText } from '../party-words'
import { findCase } from '../queries/find-case'
import { byOf } from '../timeline'
import { recordCaseEvent } from './record-case-event'

type Vote = NonNullable<Case['speakerVotes']>[number]

const same = (one: readonly string[], other: readonly string[]): boolean => one.join() === other.join()

const sideFor = (doc: Case, actor: Actor, relations: readonly Relation[]): Side => {
  const side = sideOf(actor, doc)
  if (!side || relations.includes('helper')) throw new Forbidden()
  if (!isOpen(doc.status)) throw new Conflict('conflict', '这件事已经办结')
  if (partiesOf(doc, side).length < 2) throw new Conflict('conflict', '这一方只有一位当事人，不用选代表')
  return side
}

/** The votes of a side with the actor's: one for each party in whose name they choose. Those of who has left fall away. */
const votesWith = (doc: Case, actor: Actor, side: Side, choice: string[]): Vote[] => {
  const voting = mayChoose(doc, actor, side).map((party) => party.id)
  if (voting.length === 0) throw new AppError(403, 'not_acting')
  const present = partiesOf(doc, side).map((party) => party.id)
  if (!choice.every((id) => present.includes(id))) throw InvalidInput.field('partyIds', 'unknown_party', '只能选自己一方参加调解的当事人')
  const others = (doc.speakerVotes ?? []).filter((vote) => present.includes(vote.partyId) && !voting.includes(vote.partyId))
  return [...others, ...voting.map((partyId) => ({ partyId, for: choice }))]
}

const hasMajority = (doc: Case, side: Side, votes: readonly Vote[], choice: readonly string[]): boolean =>
  votes.filter((vote) => same(vote.for, choice)).length * 2 > partiesOf(doc, side).length

/**
 * Names who is to speak for the actor's side. In force when more than half of its parties have named the same; until
 * then, what was in force before stays.
 */
export const chooseSpeakers = (options: { actor: Actor; caseId: string; relations: Relation[]; partyIds: string[] }): Promise<Case> => {
  const { actor, caseId, relations } = options
  const choice = [...new Set(options.partyIds)].sort()
  return inTransaction(async (session) => {
    const doc = await findCase(caseId, session)
    const side = sideFor(doc, actor, relations)
    const own = votesWith(doc, actor, side, choice)
    const elsewhere = (doc.speakerVotes ?? []).filter((vote) => doc.parties.some((one) => one.id === vote.partyId && one.side !== side))
    const speakerVotes = [...elsewhere, ...own]
    const chosen = hasMajority(doc, side, own, choice) && !same(doc.speakers?.[side] ?? [], choice)
    if (!chosen) return recordCaseEvent({ caseId, set: { speakerVotes }, session })
    return recordCaseEvent({
      caseId,
      entry: {
        type: 'party.speakers',
        by: byOf(actor, relations),
        text: speakersText(side, choice.length),
        audience: [...EVERYONE],
      },
      set: { speakerVotes, speakers: { ...doc.speakers, [side]: choice } },
      events: [newEvent('party.changed', { caseId, partyId: null, side, byPersonId: actor.personId })],
      session,
    })
  })
}
