import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { inTransaction, ObjectId } from '@server/platform/database'
import { Conflict } from '@server/platform/errors'
import { createOnce, markOf, type RequestMark } from '@server/platform/once'
import { newEvent } from '@server/platform/outbox'
import type { InviteParty } from '@shared/cases/schemas'
import { isOpen, type Relation } from '@shared/cases/words'
import type * as z from 'zod/mini'
import type { Case } from '../case.model'
import { codeOf, hashOfCode } from '../invitation-code'
import { type InvitedPart, type PartyInvitation, PartyInvitationModel } from '../party-invitation.model'
import { invitationAudience, invitedText } from '../party-words'
import { MOST_PARTIES, respondentIsIn } from '../talk.policy'
import { byOf } from '../timeline'
import { recordCaseEvent } from './record-case-event'
import { seatFor } from './seat-for'

const DAYS_GOOD = 7
const DAY_MS = 86_400_000

const refuse = async (doc: Case, part: InvitedPart): Promise<void> => {
  if (!isOpen(doc.status)) throw new Conflict('conflict', '这件事已经办结，不能再邀请')
  if (part === 'respondent' && respondentIsIn(doc)) throw new Conflict('already_exists', '对方已经参加了')
  const open = await PartyInvitationModel.countDocuments({ caseId: doc._id, state: 'open', expiresAt: { $gt: clock.now() } }).limit(
    MOST_PARTIES,
  )
  if (open + doc.parties.length >= MOST_PARTIES) throw new Conflict('conflict', '邀请的人太多了')
}

interface Invite {
  actor: Actor
  doc: Case
  relations: Relation[]
  body: z.infer<typeof InviteParty>
  key: string | undefined
}

const insert = (invitation: PartyInvitation, { actor, doc, relations }: Invite): Promise<PartyInvitation> =>
  inTransaction(async (session) => {
    const { part, side } = invitation
    const caseId = doc._id.toHexString()
    await PartyInvitationModel.collection.insertOne({ ...invitation }, { session })
    await refuse(doc, part)
    const entry = {
      type: 'party.invited',
      by: byOf(actor, relations),
      text: invitedText(part, side),
      audience: invitationAudience(part, side),
    }
    const event = newEvent('party.invited', { caseId, invitationId: invitation._id.toHexString(), part, byPersonId: actor.personId })
    await recordCaseEvent({ caseId, entry, events: [event], session })
    return invitation
  })

const newInvitation = (options: Invite, mark: RequestMark | undefined): PartyInvitation => {
  const { actor, doc, body } = options
  const _id = new ObjectId()
  const now = clock.now()
  return {
    _id,
    caseId: doc._id,
    part: body.part,
    ...seatFor(options),
    name: body.name ?? '',
    codeHash: hashOfCode(codeOf(_id)),
    invitedBy: actor.personId,
    createdAt: now,
    expiresAt: new Date(now.getTime() + DAYS_GOOD * DAY_MS),
    state: 'open',
    answeredBy: null,
    answeredAt: null,
    ...(mark ? { request: mark } : {}),
  }
}

/**
 * Makes a one-time invitation, good for seven days, once for a key. Answers it with its code. Throws Forbidden for who
 * may not invite so, InvalidInput for what is missing, Conflict.
 */
export const inviteParty = async (options: Invite) => {
  const { actor, doc, body, key } = options
  const mark = markOf({ actorId: actor.accountId, call: 'parties.invite', key, body: { caseId: doc._id, ...body } })
  const { value, created } = await createOnce<PartyInvitation>({
    mark,
    create: async () => insert(newInvitation(options, mark), options),
    find: (made) => PartyInvitationModel.findOne({ 'request.by': made.by, 'request.key': made.key }).lean<PartyInvitation>(),
  })
  return { invitation: value, code: codeOf(value._id), created }
}
