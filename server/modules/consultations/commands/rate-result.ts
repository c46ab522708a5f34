import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { Conflict, Forbidden } from '@server/platform/errors'
import type { RateResult } from '@shared/consultations/schemas'
import type * as z from 'zod/mini'
import type { Consultation } from '../consultation.model'
import { mayRate } from '../consultations.policy'
import { JudgementModel } from '../judgement.model'
import { loadConsultation } from '../queries/load-consultation'
import { hasTakenPart } from '../queries/who-took-part'

/**
 * One of those who took part judges the result; said again, it replaces what was said. Throws Forbidden for others,
 * Conflict when it is not the time for it. Counting begins a while after the last day: what was let in here is counted.
 */
export const rateResult = async (options: { actor: Actor; id: string; input: z.infer<typeof RateResult> }): Promise<Consultation> => {
  const { actor, id, input } = options
  const doc = await loadConsultation({ actor, id })
  const now = clock.now()
  if (!mayRate(doc, { tookPart: true }, now)) throw new Conflict('move_not_allowed', '现在不能评议')
  if (!(await hasTakenPart(doc._id, actor.personId))) throw new Forbidden('附议、投票或到会的人才能评议')
  await JudgementModel.updateOne(
    { consultationId: doc._id, personId: actor.personId },
    { $set: { score: input.score, text: input.text?.trim() ?? null, at: now } },
    { upsert: true },
  )
  return doc
}
