import type { Actor } from '@server/platform/actor'
import { Forbidden } from '@server/platform/errors'
import { NEWEST_FIRST, olderThan, placeOf } from '@server/platform/newest-first'
import { toPage } from '@server/platform/page'
import { type Notice, NoticeModel } from '../notice.model'
import { noticeRegions } from '../notices.policy'

/** Notices within the actor's regions, and the own ones to several of them, newest first. Throws Forbidden for who may send none. */
export const listNotices = async (options: { actor: Actor; cursor: string | undefined; limit: number }) => {
  const { actor, cursor, limit } = options
  const regions = noticeRegions(actor)
  if (regions.length === 0) throw new Forbidden()
  const within = regions.map((region) => ({ regionCode: { $gte: region, $lt: `${region}:` } }))
  const rows = await NoticeModel.find({ $and: [{ $or: [...within, { 'by.personId': actor.personId }] }, olderThan(cursor)] })
    .sort(NEWEST_FIRST)
    .limit(limit + 1)
    .lean<Notice[]>()
  return toPage(rows, limit, placeOf)
}
