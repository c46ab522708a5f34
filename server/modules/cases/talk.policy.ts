import type { Actor } from '@server/platform/actor'
import type { Ability, CardAbility, Room } from '@shared/cases/schemas'
import { isOpen, isTalking, type Relation } from '@shared/cases/words'
import type { Case, Party, Side } from './case.model'
import { type CaseHead, keysOf, ownPart, sideOf } from './cases.policy'
import { mayClassify } from './classify.policy'
import { wantsJointRoom } from './joint-room'
import { ownerKey } from './keys'
import { actsFor, mayChoose, mayLeave, principalOf, speaksFor } from './parties.policy'
import type { InvitedPart } from './party-invitation.model'
import { isWaiting } from './questions'

/** Parties and invitations of one case are bounded, as everything is that a case embeds. */
export const MOST_PARTIES = 20
export const MOST_QUESTIONS = 30

type Standing = { doc: Case; relations: readonly Relation[] }

/** Whether the respondent has agreed to take part. */
export const respondentIsIn = (doc: Pick<Case, 'parties'>): boolean =>
  doc.parties.some((party) => party.side === 'respondent' && party.part === 'party' && party.accepted)

/** Whether there is somebody to talk with on the other side: the respondent, or who came in their stead. */
const otherSideIsIn = (doc: Pick<Case, 'parties'>): boolean =>
  doc.parties.some((party) => party.side === 'respondent' && party.part !== 'helper' && party.accepted)

/** The rooms of a side; there is something to share only when the other side takes part. */
const roomsOfSide = (side: Side, doc: Case): Room[] => (otherSideIsIn(doc) ? [side, 'joint'] : [side])

/** The rooms that somebody may look into: those of the own side, for the owner all. Others of the staff see none. */
export const roomsToRead = (options: Standing & { actor: Pick<Actor, 'personId'> }): Room[] => {
  const { doc, relations, actor } = options
  const party = ownPart(actor, doc)
  if (party) return roomsOfSide(party.side, doc)
  if (!relations.includes('owner')) return []
  return otherSideIsIn(doc) ? ['applicant', 'respondent', 'joint'] : ['applicant']
}

/** Whether somebody takes an active part: the helpers of a side only listen. */
const maySpeak = (relations: readonly Relation[]): boolean =>
  relations.includes('applicant') || relations.includes('respondent') || relations.includes('owner')

/** Whether somebody may speak in a room that they read. In the joint room a side speaks through those whom it chose. */
export const maySpeakIn = (options: Standing & { actor: Pick<Actor, 'personId'>; room: Room }): boolean => {
  const { doc, relations, actor, room } = options
  if (!maySpeak(relations)) return false
  return room !== 'joint' || relations.includes('owner') || speaksFor(doc, actor) !== undefined
}

/** For which sides somebody may invite in a part. The owner invites for both, but helpers are the parties' own matter. */
export const sidesToInvite = (options: Standing & { actor: Pick<Actor, 'personId'>; part: InvitedPart }): Side[] => {
  const { doc, relations, actor, part } = options
  const owns = relations.includes('owner')
  if (part === 'respondent') return owns || relations.includes('applicant') ? ['respondent'] : []
  if (owns) return part === 'helper' ? [] : ['applicant', 'respondent']
  const side = maySpeak(relations) ? sideOf(actor, doc) : undefined
  return side ? [side] : []
}

/** Whether somebody writes notes on a case for themselves: those who handle it or were asked for help. */
export const mayNote = (relations: readonly Relation[]): boolean => relations.includes('owner') || relations.includes('contributor')

/** Whoever has a case, alone or in the queue of the own organisation, cannot be one of its parties. */
export const isHandler = (actor: Actor, doc: Pick<Case, 'owner'>): boolean =>
  doc.owner !== null && keysOf(actor).includes(ownerKey(doc.owner))

/**
 * Helpers are taken off by their side, representatives by whom they represent, and all of them, guardians too, by the
 * owner or by themselves. Parties stay.
 */
export const mayRevoke = (options: Standing & { actor: Pick<Actor, 'personId'>; party: Party }): boolean => {
  const { doc, relations, actor, party } = options
  if (party.part === 'party') return false
  if (relations.includes('owner') || party.personId === actor.personId) return true
  if (party.part === 'helper') return maySpeak(relations) && sideOf(actor, doc) === party.side
  return party.part === 'representative' && actsFor(doc, actor).some((one) => one.id === principalOf(doc, party))
}

/** Whether a question was put to one of these keys and waits for an answer. */
const waitsFor = (doc: CaseHead, keys: readonly string[]): boolean =>
  doc.questions.some((question) => isWaiting(question) && keys.includes(question.toKey))

/** The side for which somebody opens and closes the joint room; undefined when there is none to open, or they may not. */
export const sideInJoint = (doc: Case, actor: Pick<Actor, 'personId'>): Side | undefined =>
  isTalking(doc.status) && otherSideIsIn(doc) ? speaksFor(doc, actor) : undefined

/** What somebody who takes part may do with an open case. */
const partyAbilities = ({ doc, relations, actor }: Standing & { actor: Actor }): Ability[] => {
  const side = sideOf(actor, doc)
  if (side === undefined || !maySpeak(relations)) return []
  const found: Ability[] = ['inviteHelper']
  if (mayChoose(doc, actor, side).length > 0) found.push('chooseSpeakers')
  if (doc.kind === 'dispute' && mayLeave(doc, actor).length > 0) found.push('quit')
  const speaking = sideInJoint(doc, actor)
  if (speaking && !wantsJointRoom(doc, speaking)) found.push('openJointRoom')
  if (speaking && wantsJointRoom(doc, speaking)) found.push('closeJointRoom')
  return found
}

/** What somebody may say to a case, from its card in a list, too; `keys` are the actor's inbox keys. */
export const cardTalkAbilities = (options: { doc: CaseHead; relations: readonly Relation[]; keys: readonly string[] }): CardAbility[] => {
  const { doc, relations, keys } = options
  const found: CardAbility[] = []
  if (isTalking(doc.status) && maySpeak(relations)) found.push('message')
  if (isOpen(doc.status) && relations.includes('contributor') && waitsFor(doc, keys)) found.push('answer')
  return found
}

/** What else somebody may do with a case in talk, parties and questions. */
export const talkAbilities = (options: Standing & { actor: Actor }): Ability[] => {
  const { doc, relations, actor } = options
  const found: Ability[] = relations.includes('applicant') ? ['readReads'] : []
  if (mayNote(relations)) found.push('note')
  if (!isOpen(doc.status)) return found
  if (mayClassify({ doc, relations })) found.push('classify')
  if (sidesToInvite({ doc, relations, actor, part: 'respondent' }).length > 0 && !respondentIsIn(doc)) found.push('inviteRespondent')
  if (sidesToInvite({ doc, relations, actor, part: 'coParty' }).length > 0) found.push('inviteParty')
  found.push(...partyAbilities(options))
  if (relations.includes('owner')) found.push('ask', 'changeParty')
  return found
}
