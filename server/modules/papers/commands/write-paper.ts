import { clock } from '@server/platform/clock'
import type { Session } from '@server/platform/database'
import { Conflict } from '@server/platform/errors'
import { type Paper, PaperModel } from '../paper.model'

/**
 * Writes a paper on the condition that it is still what was looked at: its version, its status, and what else `where`
 * says. Throws Conflict: `text_changed` when the text is another by now, `move_not_allowed` when the paper has
 * moved on, `conflict` for the rest.
 */
export const writePaper = async (options: {
  paper: Paper
  where?: Record<string, unknown>
  set?: Partial<Paper>
  push?: Record<string, unknown>
  session: Session
}): Promise<Paper> => {
  const { paper, where, set, push, session } = options
  const filter = { _id: paper._id, version: paper.version, status: paper.status, ...where }
  const update = { $set: { ...set, updatedAt: clock.now() }, ...(push ? { $push: push } : {}) }
  const after = await PaperModel.collection.findOneAndUpdate(filter as never, update as never, { session, returnDocument: 'after' })
  if (after) return after as unknown as Paper
  const now = await PaperModel.findById(paper._id, { version: 1, status: 1 }).session(session).lean<Paper>()
  if (now?.version !== paper.version) throw new Conflict('text_changed')
  throw new Conflict(now.status === paper.status ? 'conflict' : 'move_not_allowed')
}
