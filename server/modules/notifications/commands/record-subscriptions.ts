import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { isDuplicate } from '@server/platform/database'
import { AppError } from '@server/platform/errors'
import { markOf } from '@server/platform/once'
import type { RecordSubscriptions, TemplateName } from '@shared/notifications/schemas'
import type * as z from 'zod/mini'
import { type Subscription, SubscriptionModel } from '../subscription.model'

type Answers = z.infer<typeof RecordSubscriptions>['answers']
const KEPT = 50

const updateOf = (answers: Answers, request: Subscription['requests'][number] | undefined) => {
  const accepted = new Map<TemplateName, number>()
  for (const { template, answer } of answers) if (answer === 'accept') accepted.set(template, (accepted.get(template) ?? 0) + 1)
  return {
    $set: { updatedAt: clock.now(), ...Object.fromEntries(answers.map(({ template, answer }) => [`last.${template}`, answer])) },
    ...(accepted.size > 0 ? { $inc: Object.fromEntries([...accepted].map(([template, count]) => [`left.${template}`, count])) } : {}),
    ...(request ? { $push: { requests: { $each: [request], $slice: -KEPT } } } : {}),
  }
}

/** Adds what somebody answered to WeChat to their ledger: one write, and for a key only once. */
export const recordSubscriptions = async (options: { actor: Actor; answers: Answers; key: string | undefined }): Promise<void> => {
  const { actor, answers, key } = options
  const mark = markOf({ actorId: actor.accountId, call: 'subscriptions.record', key, body: answers })
  const _id = actor.personId
  const update = updateOf(answers, mark && { key: mark.key, hash: mark.hash })
  const filter = mark ? { _id, 'requests.key': { $ne: mark.key } } : { _id }
  try {
    await SubscriptionModel.collection.updateOne(filter as object, update as object, { upsert: true })
  } catch (error) {
    // The ledger is there and did not match: the key was used, or somebody made the ledger at this moment.
    if (!isDuplicate(error)) throw error
    const ledger = await SubscriptionModel.findById(_id).lean<Subscription>()
    const earlier = ledger?.requests?.find((one) => one.key === mark?.key)
    if (!earlier) await SubscriptionModel.collection.updateOne(filter as object, update as object)
    else if (earlier.hash !== mark?.hash) throw new AppError(422, 'idempotency_mismatch')
  }
}
