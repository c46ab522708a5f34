import type { Actor } from '@server/platform/actor'
import { toObjectId } from '@server/platform/database'
import { NotFound } from '@server/platform/errors'
import { type Consultation, ConsultationModel } from '../consultation.model'
import { maySeeConsultation } from '../consultations.policy'

/** What carries events and marks is of no use to readers. */
export const HIDDEN = { pending: 0, pendingAt: 0, request: 0 } as const

/** A consultation, or undefined. */
export const findConsultation = async (id: string): Promise<Consultation | undefined> => {
  const _id = toObjectId(id)
  return (_id && (await ConsultationModel.findById(_id, HIDDEN).lean<Consultation>())) ?? undefined
}

/** A consultation that the actor may see. Throws NotFound otherwise. */
export const loadConsultation = async (options: { actor: Actor; id: string }): Promise<Consultation> => {
  const doc = await findConsultation(options.id)
  if (!doc || !maySeeConsultation(options.actor, doc)) throw new NotFound()
  return doc
}
