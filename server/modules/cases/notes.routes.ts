import type { Actor } from '@server/platform/actor'
import { Forbidden, NotFound } from '@server/platform/errors'
import { createdOr, handlers } from '@server/platform/http/request'
import { removeNote } from './commands/remove-note'
import { writeNote } from './commands/write-note'
import { loadCase } from './queries/find-case'
import { listNotes } from './queries/list-notes'
import { mayNote } from './talk.policy'
import { presentNote } from './talk.presenter'

/** A case on which the actor keeps notes. Throws NotFound for who keeps none: there is nothing to see for them. */
const loadNoted = async (actor: Actor, caseId: string) => {
  const { doc, relations } = await loadCase({ actor, caseId })
  if (!mayNote(relations)) throw new NotFound()
  return doc
}

/** The handlers of the notes that handlers of a case keep for themselves. */
export const noteHandlers = () =>
  handlers({
    'notes.list': async ({ actor, params, query }) => {
      const doc = await loadNoted(actor, params.id)
      const { rows, nextCursor } = await listNotes({ actor, doc, limit: query.limit, cursor: query.cursor })
      return { items: rows.map(presentNote), nextCursor }
    },
    'notes.write': async ({ actor, params, body, key }) => {
      const { doc, relations } = await loadCase({ actor, caseId: params.id })
      if (!mayNote(relations)) throw new Forbidden()
      const { value, created } = await writeNote({ actor, doc, body, key })
      return createdOr(created, presentNote(value))
    },
    'notes.remove': async ({ actor, params }) => {
      const doc = await loadNoted(actor, params.id)
      await removeNote({ actor, doc, noteId: params.noteId })
      return { ok: true as const }
    },
  })
