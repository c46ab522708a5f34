import type { Actor } from '@server/platform/actor'
import { toObjectId } from '@server/platform/database'
import { NotFound } from '@server/platform/errors'
import type { RequestMark } from '@server/platform/once'
import { type Brief, BriefModel } from '../brief.model'
import { maySee } from '../briefs.policy'

/** A brief, unchecked; null when there is none. */
export const findBrief = async (id: string): Promise<Brief | null> => {
  const _id = toObjectId(id)
  return _id ? BriefModel.findById(_id).lean<Brief>() : null
}

/** A brief that the actor may see. Throws NotFound for everybody else. */
export const loadBrief = async (options: { actor: Actor; briefId: string }): Promise<Brief> => {
  const brief = await findBrief(options.briefId)
  if (!brief || !maySee(options.actor, brief)) throw new NotFound()
  return brief
}

export const findByMark = (mark: RequestMark): Promise<Brief | null> =>
  BriefModel.findOne({ 'request.by': mark.by, 'request.key': mark.key }).lean<Brief>()
