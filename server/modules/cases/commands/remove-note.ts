import type { Actor } from '@server/platform/actor'
import { toObjectId } from '@server/platform/database'
import { NotFound } from '@server/platform/errors'
import { spendMarks } from '@server/platform/spent-marks'
import type { Case } from '../case.model'
import { type Note, NoteModel } from '../note.model'

/** Removes an own note. Throws NotFound for somebody else's: nobody learns that it is there. */
export const removeNote = async (options: { actor: Actor; doc: Case; noteId: string }): Promise<void> => {
  const { actor, doc, noteId } = options
  const _id = toObjectId(noteId)
  const note = _id && (await NoteModel.findOne({ _id, caseId: doc._id, personId: actor.personId }).lean<Note>())
  if (!note) throw new NotFound()
  await spendMarks([note.request])
  await NoteModel.deleteOne({ _id })
}
