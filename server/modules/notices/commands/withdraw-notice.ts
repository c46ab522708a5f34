import type { Actor } from '@server/platform/actor'
import { toObjectId } from '@server/platform/database'
import { Conflict, NotFound } from '@server/platform/errors'
import { type Notice, NoticeModel } from '../notice.model'
import { maySeeNotice } from '../notices.policy'

/** Takes back a notice that nobody has been told yet. Throws NotFound for who has nothing to do with it. */
export const withdrawNotice = async (options: { actor: Actor; noticeId: string }): Promise<Notice> => {
  const { actor, noticeId } = options
  const _id = toObjectId(noticeId)
  const notice = _id && (await NoticeModel.findById(_id).lean<Notice>())
  if (!notice || !maySeeNotice(actor, notice)) throw new NotFound()
  const withdrawn = await NoticeModel.findOneAndUpdate(
    { _id, state: 'checking' },
    { $set: { state: 'withdrawn' } },
    { returnDocument: 'after' },
  ).lean<Notice>()
  if (!withdrawn) throw new Conflict('conflict', '这条通知已经不能撤回')
  return withdrawn
}
