import { clock } from '@server/platform/clock'
import type { ObjectId } from '@server/platform/database'
import { ConsultationModel } from '../consultation.model'
import { about, type OpinionGroups, type Publication, publish } from '../groups'
import { groupsApart } from '../groups-apart'
import { type Opinion, OpinionModel } from '../opinion.model'
import { createPack, type PackedVotes, votersByStatement } from '../packed-votes'
import { changedStandings, type SheetBefore } from '../standings'
import { type Statement, StatementModel } from '../statement.model'
import { type VoteSheet, VoteSheetModel } from '../vote.model'

const TOPICS_IN_A_RUN = 20
const BATCH = 1000
/** With more voters a topic is computed once a minute: for a few more nothing much changes. */
const MANY = 2000
const MINUTE_MS = 60_000

interface Votes {
  packed: PackedVotes
  before: Map<string, SheetBefore>
  newest: Date | null
}

/** Everything that was said to the statements that are shown. */
const readVotes = async (consultationId: ObjectId): Promise<Votes> => {
  const statements = await StatementModel.find({ consultationId, state: 'shown' }, { _id: 1 }).lean<Pick<Statement, '_id'>[]>()
  const pack = createPack(statements.map(({ _id }) => _id.toHexString()))
  const before = new Map<string, SheetBefore>()
  let newest: Date | null = null
  const cursor = VoteSheetModel.collection.find({ consultationId }, { projection: { _id: 0, consultationId: 0 }, batchSize: BATCH })
  for await (const sheet of cursor as unknown as AsyncIterable<VoteSheet>) {
    if (!pack.add(sheet)) continue
    const { personId, at, standing } = sheet
    before.set(personId, { personId, at, standing })
    if (newest === null || at > newest) newest = at
  }
  return { packed: pack.packed(), before, newest }
}

/** What is published from now on, and whether it is new. Nothing, where there are too few to make a group. */
const publicationOf = (found: OpinionGroups, { publication: last, upTo }: Opinion, { before }: Votes) => {
  if (found.sizes.length === 0) return { publication: null, renewed: last !== null }
  const votersSince = [...before.values()].filter(({ at }) => upTo === null || at > upTo).length
  const publication = publish(found, last ? { publication: last, votersSince } : undefined)
  return { publication, renewed: publication !== last }
}

const writeStandings = async (consultationId: ObjectId, standings: ReadonlyMap<string, VoteSheet['standing']>): Promise<void> => {
  const writes = [...standings].map(([personId, standing]) => ({
    updateOne: { filter: { consultationId, personId }, update: { $set: { standing } } },
  }))
  for (let start = 0; start < writes.length; start += BATCH)
    await VoteSheetModel.collection.bulkWrite(writes.slice(start, start + BATCH), { ordered: false })
}

/** The counts by which statements are ordered, made good where a kill or an erasure has left them wrong. */
const writeCounts = async (votes: PackedVotes): Promise<void> => {
  const writes = [...votersByStatement(votes)].map(([id, voters]) => ({
    updateOne: { filter: { _id: id as never, voters: { $ne: voters } }, update: { $set: { voters } } },
  }))
  if (writes.length > 0) await StatementModel.bulkWrite(writes, { ordered: false })
}

/** The publication comes last: after a kill everything before it is computed again, and comes out the same. */
const store = async (opinion: Opinion, votes: Votes, began: Date, made: { publication: Publication | null; renewed: boolean }) => {
  const { _id, staleUntil } = opinion
  const { publication, renewed } = made
  const fresh = renewed ? { publication, computedAt: publication ? began : null, upTo: publication ? votes.newest : null } : {}
  const wait = votes.before.size > MANY ? MINUTE_MS : 0
  await OpinionModel.updateOne({ _id }, { $set: { ...fresh, notBefore: new Date(began.getTime() + wait) } })
  // Not when somebody has marked it again meanwhile.
  if (staleUntil && began > staleUntil) await OpinionModel.updateOne({ _id, staleUntil }, { $unset: { staleUntil: 1 } })
}

const computeOne = async (_id: ObjectId): Promise<void> => {
  const began = clock.now()
  const opinion = await OpinionModel.findById(_id).lean<Opinion>()
  if (!opinion) return
  const votes = await readVotes(_id)
  const found = await groupsApart(votes.packed)
  const made = publicationOf(found, opinion, votes)
  if (made.publication) {
    const { publication, renewed } = made
    await writeStandings(_id, changedStandings({ found, publication, renewed, before: votes.before, upTo: opinion.upTo }))
  }
  await writeCounts(votes.packed)
  await ConsultationModel.updateOne({ _id }, { $set: { voters: about(votes.before.size) } })
  await store(opinion, votes, began, made)
}

/** Finds the groups of every topic whose votes have changed, and publishes what may be shown. Answers how many topics it was. */
export const computeOpinions = async (): Promise<number> => {
  const due = await OpinionModel.find({ staleUntil: { $exists: true }, notBefore: { $lte: clock.now() } }, { _id: 1 })
    .sort({ staleUntil: 1 })
    .limit(TOPICS_IN_A_RUN)
    .lean<Pick<Opinion, '_id'>[]>()
  for (const { _id } of due) await computeOne(_id)
  return due.length
}
