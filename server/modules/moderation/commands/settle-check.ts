import { clock } from '@server/platform/clock'
import { newEvent, pendingUpdate } from '@server/platform/outbox'
import type { MediaVerdict } from '@server/platform/wechat/push'
import { type Check, CheckModel } from '../check.model'
import { labelWords, WHY } from '../words'

/** The event that tells the asker's module what became of a part. */
export const decided = ({ _id, subject }: Pick<Check, '_id' | 'subject'>, pass: boolean) =>
  newEvent('check.decided', {
    checkId: _id.toHexString(),
    subject: subject.type,
    subjectId: subject.id,
    pass,
    ...(subject.type === 'hazard' ? { caseId: subject.id } : {}),
  })

/** From now on a person decides. Nothing when it is decided already. */
export const leaveToPerson = async ({ _id }: Pick<Check, '_id'>, why: string): Promise<void> => {
  await CheckModel.updateOne({ _id, state: 'waiting' }, { $set: { state: 'review', why } })
}

/** Writes down what WeChat thinks, once: what comes later, or again, changes nothing. */
export const settleCheck = async (check: Pick<Check, '_id' | 'subject'>, verdict: Pick<MediaVerdict, 'suggest' | 'label'>) => {
  const { suggest, label } = verdict
  if (suggest === null) return leaveToPerson(check, WHY.unreadable)
  if (suggest === 'review') return leaveToPerson(check, WHY.unsure(label))
  const pass = suggest === 'pass'
  const pending = pendingUpdate([decided(check, pass)])
  const fields = pass ? { state: 'passed' } : { state: 'refused', reason: labelWords(label) }
  await CheckModel.collection.updateOne({ _id: check._id, state: 'waiting' }, {
    $set: { ...fields, decidedAt: clock.now(), ...pending.set },
    $push: pending.push,
  } as never)
}
