import { byOf, recordCaseEvent } from '@server/modules/cases'
import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { inTransaction, type Session } from '@server/platform/database'
import { Conflict, Forbidden, InvalidInput } from '@server/platform/errors'
import { claimFiles, type FileRef, findFiles } from '@server/platform/files'
import { newEvent } from '@server/platform/outbox'
import { EVERYONE } from '@shared/cases/words'
import type { MoveObligation, ObligationMove } from '@shared/obligations/schemas'
import { today } from '../days'
import { type Obligation, ObligationModel } from '../obligation.model'
import { idsOf } from '../obligation-ids'
import { isMoveFrom, mayMove, type Standing } from '../obligations.policy'
import { loadObligation } from '../queries/load-obligations'
import { PROBLEMS, SENTENCES } from '../texts'

/** Proof of several claims that were disputed; more is no proof. */
const MOST_FILES = 36

interface Moving {
  standing: Standing
  obligation: Obligation
  input: MoveObligation
  files: FileRef[]
}

/** What has happened, as the events of this module call it. */
const CHANGES = { claim: 'claimed', confirm: 'confirmed', dispute: 'disputed', waive: 'waived', remind: 'reminded' } as const
const ENDING: readonly ObligationMove[] = ['confirm', 'waive']

const needsNote = ({ standing, input }: Moving): string | undefined => {
  if (input.move === 'dispute') return PROBLEMS.disputeNote
  // The owner's word stands for somebody else's: it has to say on what it rests.
  return input.move !== 'remind' && standing.relations.includes('owner') ? PROBLEMS.ownerNote : undefined
}

const refuse = (moving: Moving): void => {
  const { standing, obligation, input } = moving
  const { move, revision, note, fileIds = [] } = input
  if (!mayMove(move, standing, obligation)) throw new Forbidden(PROBLEMS.who)
  if (revision !== obligation.revision) throw new Conflict()
  if (!isMoveFrom(move, obligation.state)) throw new Conflict('move_not_allowed')
  if (move === 'remind' && obligation.remindedOn === today()) throw new Conflict('move_not_allowed', PROBLEMS.reminded)
  const missing = note === undefined && needsNote(moving)
  if (missing) throw InvalidInput.field('note', 'required', missing)
  if (fileIds.length > 0 && move !== 'claim' && move !== 'confirm') throw InvalidInput.field('fileIds', 'not_allowed', PROBLEMS.files)
  if (obligation.files.length + fileIds.length > MOST_FILES) throw InvalidInput.field('fileIds', 'too_big', PROBLEMS.tooManyFiles)
}

const OVER = { step: null, nextAt: null } as const
const patchOf = (move: ObligationMove): Partial<Obligation> => {
  switch (move) {
    case 'claim':
      return { state: 'claimed', claimedAt: clock.now() }
    case 'confirm':
      return { state: 'done', doneAt: clock.now(), ...OVER }
    case 'dispute':
      return { state: 'open', claimedAt: null }
    case 'waive':
      return { state: 'waived', ...OVER }
    case 'remind':
      return { remindedOn: today() }
  }
}

/** Of those who press at once, one. */
const write = async ({ obligation, input, files }: Moving, session: Session): Promise<Obligation> => {
  const { _id, state, revision } = obligation
  // Why a claim was not accepted is answered by what comes after it; the timeline keeps it.
  const old = state === 'open' && input.move !== 'remind' ? { note: '' } : {}
  const note = input.note === undefined ? old : { note: input.note }
  const moved = await ObligationModel.findOneAndUpdate(
    { _id, state, revision, voidAt: null },
    { $set: { ...patchOf(input.move), ...note }, $inc: { revision: 1 }, $push: { files: { $each: files } } },
    { returnDocument: 'after', session },
  ).lean<Obligation>()
  if (!moved) throw new Conflict()
  return moved
}

/** Both of two that end at once write the case: the second is begun anew, and counts the first. */
const isLast = async ({ obligation, input }: Moving, session: Session): Promise<boolean> => {
  if (!ENDING.includes(input.move)) return false
  const open = { caseId: obligation.caseId, voidAt: null, state: { $in: ['open' as const, 'claimed' as const] } }
  return (await ObligationModel.exists(open).session(session)) === null
}

const tellCase = async (moving: Moving, moved: Obligation, session: Session): Promise<void> => {
  const { standing, input } = moving
  const { actor, relations } = standing
  const change = CHANGES[input.move]
  const last = await isLast(moving, session)
  const caseId = moved.caseId.toHexString()
  const data = { ...idsOf(moved), byPersonId: actor.personId }
  const told = last ? [change, 'allDone'] : [change]
  // Reminders are told to who is reminded, and are no part of the case's history.
  const why = change === 'disputed' ? `：${moved.note}` : ''
  const text = change === 'reminded' ? '' : `${SENTENCES[change](moved)}${why}${last ? `；${SENTENCES.allDone}` : ''}`
  await recordCaseEvent({
    caseId,
    ...(text && {
      entry: { type: `obligation.${change}`, by: byOf(actor, relations), text, audience: [...EVERYONE] },
    }),
    events: told.map((one) => newEvent('obligation.changed', { ...data, change: one })),
    session,
  })
}

/**
 * Takes an obligation one step on. Refusals, in this order: NotFound, Forbidden, Conflict for an old revision, Conflict
 * for a wrong state, InvalidInput for what is missing.
 */
export const moveObligation = async (options: { actor: Actor; obligationId: string; input: MoveObligation }) => {
  const { actor, obligationId, input } = options
  const { obligation, standing } = await loadObligation({ actor, obligationId })
  const asked = { standing, obligation, input, files: [] }
  refuse(asked)
  const files = await findFiles({ ids: input.fileIds ?? [], personId: actor.personId, kind: 'any' })
  const moved = await inTransaction(async (session) => {
    const after = await write({ ...asked, files }, session)
    await claimFiles(files, session)
    await tellCase(asked, after, session)
    return after
  })
  return { obligation: moved, standing }
}
