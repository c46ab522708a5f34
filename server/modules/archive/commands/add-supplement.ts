import { byOf, type Case } from '@server/modules/cases'
import type { Actor } from '@server/platform/actor'
import { Conflict } from '@server/platform/errors'
import { claimFiles, findFiles } from '@server/platform/files'
import { createOnce, markOf, type RequestMark } from '@server/platform/once'
import type { AddSupplement } from '@shared/archive/schemas'
import type { Relation } from '@shared/cases/words'
import type * as z from 'zod/mini'
import { readContent } from '../file-content'
import { MOST_SUPPLEMENTS } from '../queries/find-docket'
import { sm3 } from '../sm3'
import { type Supplement, SupplementModel } from '../supplement.model'
import { keepSupplement } from './keep-supplement'

interface Adding {
  actor: Actor
  doc: Case
  relations: Relation[]
  body: z.infer<typeof AddSupplement>
}

const filesOf = async ({ actor, body }: Adding): Promise<Supplement['files']> => {
  const refs = await findFiles({ ids: body.fileIds ?? [], personId: actor.personId, kind: 'any' })
  const files: Supplement['files'] = []
  for (const ref of refs) files.push({ ...ref, sm3: sm3(await readContent(ref)) })
  return files
}

const insert = async (adding: Adding, mark: RequestMark | undefined): Promise<Supplement> => {
  const { actor, doc, relations, body } = adding
  const files = await filesOf(adding)
  const byHand = await SupplementModel.countDocuments({ caseId: doc._id, eventId: { $exists: false } })
  if (byHand >= MOST_SUPPLEMENTS) throw new Conflict('conflict', '补充材料太多了')
  const by = { personId: actor.personId, name: actor.name }
  return keepSupplement({
    content: { caseId: doc._id, title: body.title, note: body.note, files, by },
    mark: mark ? { request: mark } : {},
    entryBy: byOf(actor, relations),
    also: (session) => claimFiles(files, session),
  })
}

/** Adds to a frozen file without changing it, once for a key. */
export const addSupplement = (options: Adding & { key: string | undefined }): Promise<{ value: Supplement; created: boolean }> => {
  const { actor, doc, body, key } = options
  const mark = markOf({ actorId: actor.accountId, call: 'docket.supplement', key, body: [doc._id.toHexString(), body] })
  return createOnce<Supplement>({
    mark,
    create: () => insert(options, mark),
    find: ({ by, key: used }) => SupplementModel.findOne({ 'request.by': by, 'request.key': used }).lean<Supplement>(),
  })
}
