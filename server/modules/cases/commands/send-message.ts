import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { inTransaction, ObjectId } from '@server/platform/database'
import { Conflict } from '@server/platform/errors'
import { claimFiles, findFiles } from '@server/platform/files'
import { createOnce, markOf } from '@server/platform/once'
import { newEvent, pendingInsert } from '@server/platform/outbox'
import type { SendMessage } from '@shared/cases/schemas'
import { isTalking } from '@shared/cases/words'
import type { Case } from '../case.model'
import { ownPart } from '../cases.policy'
import { isJointOpen } from '../joint-room'
import { type Message, MessageModel, type Speaker } from '../message.model'
import { MessageMarkModel } from '../message-mark.model'
import { readersOf } from '../room-members'
import { ensureMarks } from './ensure-marks'

/** In which quality somebody speaks: as a party, or for the office that has the case. */
const speakerOf = (actor: Actor, doc: Case): Speaker => {
  const party = ownPart(actor, doc)
  if (party) return { personId: actor.personId, side: party.side, part: party.part, name: '', role: null }
  const grant = actor.roles.find((one) => one.organisationId === doc.owner?.id)
  const role = doc.owner?.type === 'person' ? doc.owner.role : ((grant?.role ?? null) as Speaker['role'])
  return { personId: actor.personId, side: 'staff', part: null, name: actor.name, role }
}

const insert = async (message: Message, doc: Case): Promise<Message> => {
  const readers = readersOf({ doc, room: message.room, speaker: message.by })
  if (readers.length > 0) await ensureMarks(doc._id, readers)
  await inTransaction(async (session) => {
    // First, so that a repeated request finds itself even when the case was closed meanwhile.
    await MessageModel.collection.insertOne({ ...message }, { session })
    if (!isTalking(doc.status)) throw new Conflict('conflict', '这件事现在不能留言')
    if (message.room === 'joint' && !isJointOpen(doc)) throw new Conflict('conflict', '双方都同意一起谈以后，才能在这里说话')
    await claimFiles(message.files, session)
    await MessageMarkModel.updateMany({ caseId: doc._id, reader: { $in: readers } }, { $inc: { unread: 1 } }, { session })
  })
  return message
}

/** Says something in a room, once for a key, and counts it as unread for everybody else in the room, in one transaction. */
export const sendMessage = async (options: { actor: Actor; doc: Case; body: SendMessage; key: string | undefined }) => {
  const { actor, doc, body, key } = options
  const mark = markOf({ actorId: actor.accountId, call: 'messages.send', key, body: { caseId: doc._id, ...body } })
  const files = await findFiles({ ids: body.fileIds ?? [], personId: actor.personId, kind: 'any' })
  const _id = new ObjectId()
  const by = speakerOf(actor, doc)
  const data = { caseId: doc._id.toHexString(), messageId: _id.toHexString(), room: body.room, byPersonId: actor.personId }
  const message: Message = { _id, caseId: doc._id, room: body.room, by, text: body.text ?? '', files, at: clock.now() }
  const carried = { ...message, ...(mark ? { request: mark } : {}), ...pendingInsert([newEvent('message.sent', data)]) }
  return createOnce<Message>({
    mark,
    create: () => insert(carried, doc),
    find: (made) => MessageModel.findOne({ 'request.by': made.by, 'request.key': made.key }).lean<Message>(),
  })
}
