import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { toObjectId } from '@server/platform/database'
import { Conflict, NotFound } from '@server/platform/errors'
import { pendingUpdate } from '@server/platform/outbox'
import { type Check, CheckModel } from '../check.model'
import { maySeeCheck } from '../moderation.policy'
import { decided } from './settle-check'

/** Lets something be seen by others, or refuses it; once. Throws NotFound for who has no say in it. */
export const decideCheck = async (options: { actor: Actor; checkId: string; pass: boolean; reason: string }): Promise<Check> => {
  const { actor, checkId, pass, reason } = options
  const _id = toObjectId(checkId)
  const check = _id && (await CheckModel.findById(_id).lean<Check>())
  if (!check || !maySeeCheck(actor, check)) throw new NotFound()
  const pending = pendingUpdate([decided(check, pass)])
  const fields = { state: pass ? 'passed' : 'refused', reason, decidedBy: { personId: actor.personId, name: actor.name } }
  const done = await CheckModel.collection.findOneAndUpdate(
    { _id: check._id, state: 'review' },
    { $set: { ...fields, decidedAt: clock.now(), ...pending.set }, $push: pending.push } as never,
    { returnDocument: 'after' },
  )
  if (!done) throw new Conflict('conflict', '这一项已经有结果了')
  return done as unknown as Check
}
