import { nameIfUnnamed, personNames } from '@server/modules/identity'
import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { inTransaction, ObjectId, type Session } from '@server/platform/database'
import { Conflict, Forbidden } from '@server/platform/errors'
import { newEvent } from '@server/platform/outbox'
import { isOpen } from '@shared/cases/words'
import type { Case, Party, TimelineEntry } from '../case.model'
import { hashOfCode } from '../invitation-code'
import { principalOf } from '../parties.policy'
import { type PartyInvitation, PartyInvitationModel } from '../party-invitation.model'
import { answeredText, invitationAudience, joinedAudience } from '../party-words'
import { findCase } from '../queries/find-case'
import { findInvitation } from '../queries/find-invitation'
import { isHandler, respondentIsIn } from '../talk.policy'
import { recordCaseEvent } from './record-case-event'

/** Takes the invitation: of those who answer at once, one. */
const take = async (options: { invitation: PartyInvitation; actor: Actor; agree: boolean; session: Session }): Promise<void> => {
  const { invitation, actor, agree, session } = options
  const { modifiedCount } = await PartyInvitationModel.updateOne(
    { _id: invitation._id, state: 'open' },
    // The name has served; kept here, it would outlive the person's erasure.
    { $set: { state: agree ? 'accepted' : 'declined', answeredBy: actor.personId, answeredAt: clock.now(), name: '' } },
    { session },
  )
  if (modifiedCount === 0) throw new Conflict('invitation_used')
}

/** Who takes part already may act for others of the own side besides: a mother for her child, one son for both parents. */
const mayTakeSeat = (actor: Actor, doc: Case, { side, actsFor }: PartyInvitation): boolean =>
  doc.parties
    .filter((one) => one.personId === actor.personId && one.accepted)
    .every((one) => actsFor !== undefined && one.side === side && one.part !== 'helper' && principalOf(doc, one) !== actsFor)

const refuse = (actor: Actor, doc: Case, invitation: PartyInvitation): void => {
  const { part } = invitation
  if (isHandler(actor, doc)) throw new Forbidden('您在办理这件事，不能作为当事人参加')
  if (!mayTakeSeat(actor, doc, invitation)) throw new Conflict('already_exists', '您已经参加了这件事')
  if (!isOpen(doc.status)) throw new Conflict('conflict', '这件事已经办结')
  if (part === 'respondent' && respondentIsIn(doc)) throw new Conflict('invitation_used', '对方已经参加了')
}

/** The respondent as the application names them, as long as nobody has taken the place. */
const isNamed = ({ side, part, accepted }: Party): boolean => side === 'respondent' && part === 'party' && !accepted

/** The person behind the account takes the place that was kept for the named respondent, or a new one. */
const placeFor = ({ personId }: Actor, doc: Case, { part, side, actsFor }: PartyInvitation): Party => {
  const id = new ObjectId().toHexString()
  if (part === 'coParty') return { id, side, part: 'party', personId, accepted: true }
  if (part !== 'respondent') return { id, side, part, personId, accepted: true, ...(actsFor === undefined ? {} : { actsFor }) }
  const named = doc.parties.find(isNamed)
  return { ...named, id: named?.id ?? id, side: 'respondent', part: 'party', personId, accepted: true }
}

/** What the inviter, or the applicant in the application, calls the one who takes a place. */
const knownAs = async (doc: Case, invitation: PartyInvitation): Promise<string> => {
  if (invitation.name !== '' || invitation.part !== 'respondent') return invitation.name
  const named = doc.parties.find(isNamed)
  return (named && (await personNames([named.personId])).get(named.personId)) ?? ''
}

const join = async (options: { invitation: PartyInvitation; actor: Actor; doc: Case; session: Session }): Promise<void> => {
  const { invitation, actor, doc, session } = options
  const { part, side } = invitation
  const caseId = doc._id.toHexString()
  const place = placeFor(actor, doc, invitation)
  const parties = [...doc.parties.filter((party) => party.id !== place.id), place]
  const by: TimelineEntry['by'] = { personId: actor.personId, name: '', side }
  const entry = { type: 'party.agreed', by, text: answeredText({ part, side, agreed: true }), audience: joinedAudience(part, side) }
  const data = { caseId, partyId: place.id, part, side, agreed: true, byPersonId: actor.personId }
  await recordCaseEvent({
    caseId,
    entry,
    set: { parties },
    addToSet: { memberIds: actor.personId },
    events: [newEvent('party.answered', data)],
    session,
  })
}

const decline = async (options: { invitation: PartyInvitation; actor: Actor; doc: Case; session: Session }): Promise<void> => {
  const { invitation, actor, doc, session } = options
  const { part, side } = invitation
  const caseId = doc._id.toHexString()
  // Who declines takes no part: the case learns that it happened, and not who it was.
  const by: TimelineEntry['by'] = { personId: null, name: '', side }
  const entry = { type: 'party.declined', by, text: answeredText({ part, side, agreed: false }), audience: invitationAudience(part, side) }
  const data = { caseId, partyId: null, part, side, agreed: false, byPersonId: actor.personId }
  await recordCaseEvent({ caseId, entry, events: [newEvent('party.answered', data)], session })
}

/** Whether this very person has given this very answer: it was lost on its way, and is asked for again. */
const hasAnswered = async (actor: Actor, code: string, agree: boolean): Promise<PartyInvitation | null> =>
  PartyInvitationModel.findOne({
    codeHash: hashOfCode(code),
    state: agree ? 'accepted' : 'declined',
    answeredBy: actor.personId,
  }).lean<PartyInvitation>()

interface Answer {
  actor: Actor
  code: string
  agree: boolean
}

const answer = async ({ actor, code, agree }: Answer): Promise<PartyInvitation> => {
  const invitation = await findInvitation(code)
  const caseId = invitation.caseId.toHexString()
  await inTransaction(async (session) => {
    await take({ invitation, actor, agree, session })
    const doc = await findCase(caseId, session)
    if (!agree) return decline({ invitation, actor, doc, session })
    refuse(actor, doc, invitation)
    await join({ invitation, actor, doc, session })
    // Papers and promises name people: nobody signs as a WeChat user.
    return nameIfUnnamed({ personId: actor.personId, name: await knownAs(doc, invitation), session })
  })
  return invitation
}

/**
 * Answers an invitation, once; the same answer by the same person again changes nothing. Who agrees becomes a party; who
 * declines reads nothing of the case, and it is recorded. Invitation and case are one transaction. Throws NotFound,
 * Conflict (used, expired, already in) or Forbidden (handlers).
 */
export const answerPartyInvitation = async (options: Answer): Promise<{ caseId: string | null }> => {
  const { actor, code, agree } = options
  const invitation = await answer(options).catch(async (error: unknown) => {
    const before = error instanceof Conflict ? await hasAnswered(actor, code, agree) : null
    if (!before) throw error
    return before
  })
  return { caseId: agree ? invitation.caseId.toHexString() : null }
}
