import { requestCheck } from '@server/modules/moderation'
import { regionExists } from '@server/modules/regions'
import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { inTransaction, ObjectId } from '@server/platform/database'
import { Forbidden, InvalidInput } from '@server/platform/errors'
import { createOnce, markOf } from '@server/platform/once'
import type { SendNotice } from '@shared/notices/schemas'
import type * as z from 'zod/mini'
import { type Audience, coverOf, withoutNested } from '../audience'
import { type Notice, NoticeModel } from '../notice.model'
import { mayTell, noticeRegions } from '../notices.policy'

type Input = z.infer<typeof SendNotice>

/** The audience as it was asked for. Throws Forbidden for who tells nobody anything, or for regions of others. */
export const allowedAudience = (actor: Actor, { regionCodes, kinds }: Audience): Audience => {
  if (noticeRegions(actor).length === 0) throw new Forbidden()
  if (!regionCodes.every(regionExists)) throw InvalidInput.field('regionCodes', 'unknown_region', '没有这个地区')
  if (!mayTell(actor, regionCodes)) throw new Forbidden('只能向自己辖区内的居民发通知')
  return { regionCodes: withoutNested(regionCodes), kinds: [...new Set(kinds)] }
}

const insert = (notice: Notice): Promise<Notice> =>
  inTransaction(async (session) => {
    await NoticeModel.collection.insertOne({ ...notice }, { session })
    await requestCheck({
      subject: { type: 'notice', id: notice._id.toHexString() },
      text: `${notice.title}\n${notice.text}`,
      personId: notice.by.personId,
      regionCode: notice.regionCode,
      session,
    })
    return notice
  })

/** Writes a notice, which is sent once its words have been looked at; once for a key. */
export const sendNotice = async (options: { actor: Actor; input: Input; key: string | undefined }) => {
  const { actor, input, key } = options
  const audience = allowedAudience(actor, input)
  const mark = markOf({ actorId: actor.accountId, call: 'notices.send', key, body: input })
  const notice: Notice = {
    _id: new ObjectId(),
    ...audience,
    regionCode: coverOf(audience.regionCodes),
    title: input.title.trim(),
    text: input.text.trim(),
    state: 'checking',
    reason: null,
    by: { personId: actor.personId, name: actor.name },
    at: clock.now(),
    cursor: null,
    told: 0,
    sentAt: null,
    ...(mark ? { request: mark } : {}),
  }
  const { value, created } = await createOnce<Notice>({
    mark,
    create: () => insert(notice),
    find: ({ by, key: used }) => NoticeModel.findOne({ 'request.by': by, 'request.key': used }).lean<Notice>(),
  })
  return { notice: value, created }
}
