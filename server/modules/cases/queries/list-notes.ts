import type { Actor } from '@server/platform/actor'
import { NEWEST_FIRST, olderThan, placeOf } from '@server/platform/newest-first'
import { toPage } from '@server/platform/page'
import type { Case } from '../case.model'
import { type Note, NoteModel } from '../note.model'

/** What somebody wrote on a case for themselves, newest first. */
export const listNotes = async (options: { actor: Actor; doc: Case; limit: number; cursor?: string | undefined }) => {
  const { actor, doc, limit, cursor } = options
  const rows = await NoteModel.find({ caseId: doc._id, personId: actor.personId, ...olderThan(cursor) })
    .sort(NEWEST_FIRST)
    .limit(limit + 1)
    .lean<Note[]>()
  return toPage(rows, limit, placeOf)
}
