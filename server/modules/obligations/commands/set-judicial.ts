import { byOf, recordCaseEvent } from '@server/modules/cases'
import type { Actor } from '@server/platform/actor'
import { inTransaction } from '@server/platform/database'
import { Conflict, Forbidden, InvalidInput, NotFound } from '@server/platform/errors'
import { newEvent } from '@server/platform/outbox'
import { EVERYONE } from '@shared/cases/words'
import type { SetJudicial } from '@shared/obligations/schemas'
import type * as z from 'zod/mini'
import { daysUntil } from '../days'
import { type Judicial, JudicialModel } from '../judicial.model'
import { isJudicialStep } from '../obligations.policy'
import { judicialOf } from '../queries/judicial-of'
import { loadStanding } from '../queries/load-obligations'
import { JUDICIAL_SENTENCES, PROBLEMS } from '../texts'

type Input = z.infer<typeof SetJudicial>

const refuse = (judicial: Judicial, { state, courtNumber }: Input): void => {
  if (!isJudicialStep(judicial, state)) throw new Conflict('move_not_allowed', judicial.state === 'missed' ? PROBLEMS.late : undefined)
  if (state === 'applied' && daysUntil(judicial.lastDay) < 0) throw new Conflict('move_not_allowed', PROBLEMS.late)
  if (state === 'confirmed' && courtNumber === undefined) throw InvalidInput.field('courtNumber', 'required', PROBLEMS.courtNumber)
}

/** Records how the application to the court stands, for the owner. Throws NotFound without an agreement to confirm. */
export const setJudicial = async (options: { actor: Actor; caseId: string; input: Input }): Promise<Judicial> => {
  const { actor, caseId, input } = options
  const { relations } = await loadStanding({ actor, caseId })
  if (!relations.includes('owner')) throw new Forbidden()
  const judicial = await judicialOf(caseId)
  if (!judicial) throw new NotFound()
  refuse(judicial, input)
  const { state, courtNumber } = input
  const fields = { state, step: null, nextAt: null, ...(courtNumber === undefined ? {} : { courtNumber }) }
  return inTransaction(async (session) => {
    const where = { _id: judicial._id, state: judicial.state, voidAt: null }
    const moved = await JudicialModel.findOneAndUpdate(where, { $set: fields }, { returnDocument: 'after', session }).lean<Judicial>()
    if (!moved) throw new Conflict()
    await recordCaseEvent({
      caseId,
      entry: {
        type: `judicial.${state}`,
        by: byOf(actor, relations),
        text: JUDICIAL_SENTENCES[state],
        audience: [...EVERYONE],
      },
      events: [newEvent('judicial.changed', { caseId, change: state, byPersonId: actor.personId })],
      session,
    })
    return moved
  })
}
