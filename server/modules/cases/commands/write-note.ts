import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { inTransaction, ObjectId } from '@server/platform/database'
import { claimFiles, findFiles } from '@server/platform/files'
import { createOnce, markOf } from '@server/platform/once'
import { refuseSpent } from '@server/platform/spent-marks'
import type { WriteNote } from '@shared/cases/schemas'
import type * as z from 'zod/mini'
import type { Case } from '../case.model'
import { type Note, NoteModel } from '../note.model'

const insert = async (note: Note): Promise<Note> => {
  await refuseSpent(note.request)
  return inTransaction(async (session) => {
    await NoteModel.collection.insertOne({ ...note }, { session })
    await claimFiles(note.files, session)
    return note
  })
}

/** Writes a note that only its author reads, once for a key. The case does not learn of it. */
export const writeNote = async (options: { actor: Actor; doc: Case; body: z.infer<typeof WriteNote>; key: string | undefined }) => {
  const { actor, doc, body, key } = options
  const { personId } = actor
  const mark = markOf({ actorId: actor.accountId, call: 'notes.write', key, body: { caseId: doc._id, ...body } })
  const files = await findFiles({ ids: body.fileIds ?? [], personId, kind: 'any' })
  const note: Note = { _id: new ObjectId(), caseId: doc._id, personId, text: body.text, files, at: clock.now() }
  return createOnce<Note>({
    mark,
    create: () => insert(mark ? { ...note, request: mark } : note),
    find: (made) => NoteModel.findOne({ 'request.by': made.by, 'request.key': made.key }).lean<Note>(),
  })
}
