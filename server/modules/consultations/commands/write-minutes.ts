import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { inTransaction } from '@server/platform/database'
import { Conflict, Forbidden } from '@server/platform/errors'
import { claimFiles, type FileRef, findFiles } from '@server/platform/files'
import type { WriteMinutes } from '@shared/consultations/schemas'
import type * as z from 'zod/mini'
import { type Consultation, ConsultationModel } from '../consultation.model'
import { leads, mayWriteMinutes } from '../consultations.policy'
import { actingAs, entryOf, withEntry } from '../history'
import { HIDDEN, loadConsultation } from '../queries/load-consultation'

type Input = z.infer<typeof WriteMinutes>

/** Photos that are there already stay; new ones must be the writer’s. In the order that was asked for. */
const filesOf = async (doc: Consultation, { fileIds }: Input, personId: string): Promise<FileRef[]> => {
  const kept = new Map((doc.minutes?.files ?? []).map((file) => [file.id, file]))
  const fresh = await findFiles({ ids: fileIds.filter((id) => !kept.has(id)), personId, kind: 'image' })
  const all = new Map([...kept, ...fresh.map((file) => [file.id, file] as const)])
  return [...new Set(fileIds)].flatMap((id) => all.get(id) ?? [])
}

/** Writes the minutes, or writes them anew. Throws Conflict before the meeting, once departments have it, or for an old revision. */
export const writeMinutes = async (options: { actor: Actor; id: string; input: Input }): Promise<Consultation> => {
  const { actor, id, input } = options
  const doc = await loadConsultation({ actor, id })
  if (!leads(actor, doc)) throw new Forbidden()
  if (input.revision !== doc.revision) throw new Conflict('case_already_moved')
  if (!mayWriteMinutes(actor, doc, clock.now())) throw new Conflict('move_not_allowed', '协商会开始以后、交办以前才能写会议记录')
  const files = await filesOf(doc, input, actor.personId)
  const now = clock.now()
  const entry = entryOf({ type: 'minutes', by: actingAs(actor, doc), text: doc.minutes ? '修改了会议记录' : '写好了会议记录' })
  return inTransaction(async (session) => {
    await claimFiles(files, session)
    const written = await ConsultationModel.findOneAndUpdate(
      { _id: doc._id, revision: doc.revision, state: doc.state },
      {
        $set: { minutes: { text: input.text.trim(), files, at: now }, updatedAt: now },
        $inc: { revision: 1 },
        $push: withEntry(entry),
      },
      { returnDocument: 'after', projection: HIDDEN, session },
    ).lean<Consultation>()
    if (!written) throw new Conflict('case_already_moved')
    return written
  })
}
