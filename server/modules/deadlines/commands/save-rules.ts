import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { isDuplicate, ObjectId } from '@server/platform/database'
import { Conflict, InvalidInput } from '@server/platform/errors'
import { createOnce, markOf } from '@server/platform/once'
import type { SaveDeadlineRules } from '@shared/deadlines/schemas'
import type * as z from 'zod/mini'
import { DeadlineRulesModel, type DeadlineRulesVersion } from '../rules.model'

type Body = z.infer<typeof SaveDeadlineRules>
const TRIES = 10

/** Opening hours come in order and apart from each other; otherwise no instant could be said to be the end of the day. */
const checkHours = ({ officeHours }: Body): void => {
  const times = officeHours.flatMap(({ from, to }) => [from, to])
  if (times.some((time, index) => index > 0 && time <= (times[index - 1] ?? '')))
    throw InvalidInput.field('officeHours', 'invalid_value', '办公时间要按先后填写，不能重叠')
}

const insert = async (row: Omit<DeadlineRulesVersion, 'version'>): Promise<DeadlineRulesVersion> => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const last = await DeadlineRulesModel.findOne({}, { version: 1 }).sort({ version: -1 }).lean<{ version: number }>()
    const made = { ...row, version: (last?.version ?? 0) + 1 }
    try {
      await DeadlineRulesModel.create(made)
      return made
    } catch (error) {
      // Somebody saved another draft at the same moment: this one becomes the next.
      if (!isDuplicate(error, 'version')) throw error
    }
  }
  throw new Conflict('conflict')
}

/** Saves a draft of rules, once for a key; it changes nothing until it is put into force. */
export const saveRules = (options: { actor: Actor; body: Body; key: string | undefined }) => {
  const { actor, body, key } = options
  checkHours(body)
  const mark = markOf({ actorId: actor.accountId, call: 'deadlineRules.save', key, body })
  const saved = { savedById: actor.personId, savedBy: actor.name, savedAt: clock.now() }
  return createOnce<DeadlineRulesVersion>({
    mark,
    create: () => insert({ _id: new ObjectId(), state: 'draft', ...body, ...saved, ...(mark ? { request: mark } : {}) }),
    find: (made) => DeadlineRulesModel.findOne({ 'request.by': made.by, 'request.key': made.key }).lean<DeadlineRulesVersion>(),
  })
}
