import { byOf, type Case, recordCaseEvent } from '@server/modules/cases'
import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { inTransaction, isDuplicate, ObjectId } from '@server/platform/database'
import { Conflict } from '@server/platform/errors'
import { claimFiles, findFiles } from '@server/platform/files'
import { createOnce, markOf, type RequestMark } from '@server/platform/once'
import { newEvent } from '@server/platform/outbox'
import type { AddSupplement } from '@shared/archive/schemas'
import type { Relation } from '@shared/cases/words'
import type * as z from 'zod/mini'
import { canonical } from '../canonical'
import { readContent } from '../file-content'
import { MOST_SUPPLEMENTS } from '../queries/find-docket'
import { sm3 } from '../sm3'
import { type Supplement, SupplementModel } from '../supplement.model'

interface Adding {
  actor: Actor
  doc: Case
  relations: Relation[]
  body: z.infer<typeof AddSupplement>
}
const TRIES = 20

const filesOf = async ({ actor, body }: Adding): Promise<Supplement['files']> => {
  const refs = await findFiles({ ids: body.fileIds ?? [], personId: actor.personId, kind: 'any' })
  const files: Supplement['files'] = []
  for (const ref of refs) files.push({ ...ref, sm3: sm3(await readContent(ref)) })
  return files
}

const write = (adding: Adding, supplement: Supplement): Promise<Supplement> =>
  inTransaction(async (session) => {
    const { actor, doc, relations } = adding
    const caseId = doc._id.toHexString()
    await claimFiles(supplement.files, session)
    await SupplementModel.collection.insertOne({ ...supplement } as never, { session })
    await recordCaseEvent({
      caseId,
      entry: { type: 'docket.supplemented', by: byOf(actor, relations), text: `卷宗补充材料：${supplement.title}`, audience: ['staff'] },
      events: [newEvent('docket.changed', { caseId, change: 'supplemented', byPersonId: actor.personId })],
      session,
    })
    return supplement
  })

/** Takes the next place; of several who take the same at once, all but one take the one after. */
const insert = async (adding: Adding, mark: RequestMark | undefined): Promise<Supplement> => {
  const { actor, doc, body } = adding
  const files = await filesOf(adding)
  const by = { personId: actor.personId, name: actor.name }
  for (let tries = 0; tries < TRIES; tries += 1) {
    const place = (await SupplementModel.countDocuments({ caseId: doc._id })) + 1
    if (place > MOST_SUPPLEMENTS) throw new Conflict('conflict', '补充材料太多了')
    const content = { caseId: doc._id, place, title: body.title, note: body.note, files, by, at: clock.now() }
    const digest = sm3(canonical({ ...content, caseId: doc._id.toHexString() }))
    try {
      return await write(adding, { _id: new ObjectId(), ...content, digest, ...(mark ? { request: mark } : {}) })
    } catch (error) {
      if (!isDuplicate(error, 'place')) throw error
    }
  }
  throw new Conflict('conflict')
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
