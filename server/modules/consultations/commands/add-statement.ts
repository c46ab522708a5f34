import { requestCheck } from '@server/modules/moderation'
import { deidentify } from '@server/modules/understanding'
import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { inTransaction, isDuplicate, ObjectId } from '@server/platform/database'
import { Conflict } from '@server/platform/errors'
import { createOnce, markOf } from '@server/platform/once'
import { takesVotes } from '@shared/consultations/words'
import type { Consultation } from '../consultation.model'
import { isNearly, keyOf } from '../sameness'
import { MOST_OF_A_PERSON, MOST_OF_A_TOPIC, type Statement, StatementModel } from '../statement.model'

const sameAs = () => new Conflict('already_exists', '已经有相同或很相近的看法了，请直接对它表态')
const tooMany = () => new Conflict('conflict', `每人对一个议题最多提 ${MOST_OF_A_PERSON} 条看法`)

/** Throws Conflict when the topic has it already, or has enough. Of two at the same moment the index refuses the second. */
const refuseKnown = async (consultationId: ObjectId, key: string): Promise<void> => {
  const known = await StatementModel.find({ consultationId, key: { $exists: true } }, { key: 1 })
    .limit(MOST_OF_A_TOPIC)
    .lean<Pick<Statement, 'key'>[]>()
  if (known.some((one) => one.key !== undefined && isNearly(one.key, key))) throw sameAs()
  if (known.length >= MOST_OF_A_TOPIC) throw new Conflict('conflict', '这个议题的看法已经很多，请先对现有的表态')
}

/** The author's first place that is free. Throws Conflict when all are taken. */
const freeSlot = async ({ consultationId, authorId }: Pick<Statement, 'consultationId' | 'authorId'>): Promise<number> => {
  const own = await StatementModel.find({ consultationId, authorId }, { slot: 1 }).lean<Pick<Statement, 'slot'>[]>()
  const taken = new Set(own.map(({ slot }) => slot))
  const free = Array.from({ length: MOST_OF_A_PERSON }, (_, slot) => slot).find((slot) => !taken.has(slot))
  if (free === undefined) throw tooMany()
  return free
}

const insert = (statement: Statement, { regionCode }: Consultation): Promise<Statement> =>
  inTransaction(async (session) => {
    await StatementModel.collection.insertOne({ ...statement }, { session })
    const subject = { type: 'statement' as const, id: statement._id.toHexString() }
    await requestCheck({ subject, text: statement.text, personId: statement.authorId ?? '', regionCode, session })
    return statement
  })

/** Takes a place of the author's for it; whoever took that one at the same moment was faster, and the next is tried. */
const insertFree = async (statement: Statement, doc: Consultation): Promise<Statement> => {
  if (!takesVotes(doc.state)) throw new Conflict('conflict', '这个议题现在不征集看法')
  await refuseKnown(statement.consultationId, statement.key ?? '')
  for (let tries = 0; tries <= MOST_OF_A_PERSON; tries += 1) {
    try {
      return await insert({ ...statement, slot: await freeSlot(statement) }, doc)
    } catch (error) {
      if (isDuplicate(error, 'key')) throw sameAs()
      if (!isDuplicate(error, 'slot')) throw error
    }
  }
  throw tooMany()
}

/**
 * Adds a statement as others will see it, without what tells who people are; they see it once it has been looked at.
 * Once for a request's key. Throws Conflict for what has been said already, for too many of one person, and when the
 * topic takes no votes.
 */
export const addStatement = async (options: { actor: Actor; doc: Consultation; text: string; key: string | undefined }) => {
  const { actor, doc, text, key } = options
  const shown = deidentify(text.trim())
  const mark = markOf({ actorId: actor.accountId, call: 'statements.add', key, body: { consultationId: doc._id, text } })
  const statement: Statement = {
    _id: new ObjectId(),
    consultationId: doc._id,
    text: shown,
    key: keyOf(shown),
    authorId: actor.personId,
    state: 'checking',
    reason: null,
    voters: 0,
    at: clock.now(),
    ...(mark ? { request: mark } : {}),
  }
  const { value, created } = await createOnce<Statement>({
    mark,
    lookFirst: true,
    create: () => insertFree(statement, doc),
    find: (made) => StatementModel.findOne({ 'request.by': made.by, 'request.key': made.key }).lean<Statement>(),
  })
  return { statement: value, created }
}
