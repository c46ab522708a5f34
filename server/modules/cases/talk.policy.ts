import type { Actor } from '@server/platform/actor'
import type { Ability, Room } from '@shared/cases/schemas'
import { isOpen, isTalking, type Relation } from '@shared/cases/words'
import type { Case, Party, Side } from './case.model'
import { keysOf, ownPart, sideOf } from './cases.policy'
import { ownerKey } from './keys'
import type { InvitedPart } from './party-invitation.model'

/** Parties and invitations of one case are bounded, as everything is that a case embeds. */
export const MOST_PARTIES = 20
export const MOST_QUESTIONS = 30

type Standing = { doc: Case; relations: readonly Relation[] }

/** Whether the respondent has agreed to take part. */
export const respondentIsIn = (doc: Pick<Case, 'parties'>): boolean =>
  doc.parties.some((party) => party.side === 'respondent' && party.part === 'party' && party.accepted)

/** The rooms of a side; there is something to share only when the other side takes part. */
const roomsOfSide = (side: Side, doc: Case): Room[] => (respondentIsIn(doc) ? [side, 'joint'] : [side])

/** The rooms that somebody may look into: those of the own side, for the owner all. Others of the staff see none. */
export const roomsToRead = (options: Standing & { actor: Pick<Actor, 'personId'> }): Room[] => {
  const { doc, relations, actor } = options
  const party = ownPart(actor, doc)
  if (party) return roomsOfSide(party.side, doc)
  if (!relations.includes('owner')) return []
  return respondentIsIn(doc) ? ['applicant', 'respondent', 'joint'] : ['applicant']
}

/** Whether somebody may speak in the rooms that they read: the helpers of a side only listen. */
export const maySpeak = (relations: readonly Relation[]): boolean =>
  relations.includes('applicant') || relations.includes('respondent') || relations.includes('owner')

/** The side for which somebody invites; undefined when they may not. */
export const sideToInvite = (options: Standing & { actor: Pick<Actor, 'personId'>; part: InvitedPart }): Side | undefined => {
  const { doc, relations, actor, part } = options
  if (part === 'respondent') return relations.includes('owner') || relations.includes('applicant') ? 'respondent' : undefined
  return maySpeak(relations) ? sideOf(actor, doc) : undefined
}

/** Whoever has a case, alone or in the queue of the own organisation, cannot be one of its parties. */
export const isHandler = (actor: Actor, doc: Pick<Case, 'owner'>): boolean =>
  doc.owner !== null && keysOf(actor).includes(ownerKey(doc.owner))

/** Helpers and representatives are taken off by their own side, by the owner, or by themselves. Parties stay. */
export const mayRevoke = (options: Standing & { actor: Pick<Actor, 'personId'>; party: Party }): boolean => {
  const { doc, relations, actor, party } = options
  if (party.part === 'party') return false
  if (relations.includes('owner') || party.personId === actor.personId) return true
  return maySpeak(relations) && sideOf(actor, doc) === party.side
}

/** Whether a question was put to one of these keys and waits for an answer. */
const waitsFor = (doc: Case, keys: readonly string[]): boolean =>
  doc.questions.some((question) => question.answeredAt === null && keys.includes(question.toKey))

/** What somebody may do with a case in talk, parties and questions; `keys` are the actor's inbox keys. */
export const talkAbilities = (options: Standing & { actor: Actor; keys: readonly string[] }): Ability[] => {
  const { doc, relations, actor, keys } = options
  const found: Ability[] = relations.includes('applicant') ? ['readReads'] : []
  if (!isOpen(doc.status)) return found
  if (isTalking(doc.status) && maySpeak(relations)) found.push('message')
  if (sideToInvite({ doc, relations, actor, part: 'respondent' }) && !respondentIsIn(doc)) found.push('inviteRespondent')
  if (sideToInvite({ doc, relations, actor, part: 'helper' })) found.push('inviteHelper')
  if (relations.includes('owner')) found.push('ask')
  if (relations.includes('contributor') && waitsFor(doc, keys)) found.push('answer')
  return found
}
