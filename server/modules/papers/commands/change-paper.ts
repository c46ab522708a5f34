import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { inTransaction } from '@server/platform/database'
import { Conflict, Forbidden } from '@server/platform/errors'
import type { ChangePaper } from '@shared/papers/schemas'
import type * as z from 'zod/mini'
import type { Change, Paper } from '../paper.model'
import { CHANGEABLE, isItsTime } from '../papers.policy'
import { loadFacts } from '../queries/load-facts'
import { type LoadedPaper, loadPaper } from '../queries/load-paper'
import { changedFields } from '../render/changes'
import { checkContent, checkPromises, refuse } from '../render/check-content'
import { digestOf, fieldsOf, renderText } from '../render/render-text'
import { templateOf } from '../templates'
import { PROBLEMS, SENTENCES } from '../texts'
import { veilNames } from '../veil'
import { tellCase } from './tell-case'
import { writePaper } from './write-paper'

type Input = z.infer<typeof ChangePaper>

/** A paper carries its own history, so both are bounded: far below what a document can hold. */
const MOST_CHANGES = 60
const MOST_BYTES = 600_000

const check = ({ paper, doc, relations }: LoadedPaper, input: Input): void => {
  if (!relations.includes('owner')) throw new Forbidden()
  if (input.version !== paper.version) throw new Conflict('text_changed')
  if (!CHANGEABLE.includes(paper.status) || !isItsTime(paper.kind, doc)) throw new Conflict('move_not_allowed')
  checkContent(fieldsOf(paper.kind, doc.category), input.content ?? {})
  if (input.promises && input.promises.length > 0 && !templateOf(paper.kind).promises) throw refuse('promises', 'not_for_kind')
  checkPromises(input.promises ?? [], new Set(doc.parties.filter((one) => one.part === 'party').map((one) => one.id)))
}

/** The text as it will be, and in what it differs. */
const rewrite = async ({ paper, doc }: LoadedPaper, input: Input, actor: Actor) => {
  const { facts, nameOf } = await loadFacts({ doc, actor, named: paper })
  const content = { ...paper.content, ...input.content }
  const promises = input.promises ?? paper.promises
  const text = renderText({ kind: paper.kind, category: doc.category, content, promises, facts, nameOf })
  const fields = changedFields({
    fields: fieldsOf(paper.kind, doc.category),
    before: paper,
    after: { content, promises },
    signatures: veilNames(paper.signatures, doc),
    nameOf,
  })
  return { content, promises, text, digest: digestOf(text), fields }
}

const changeOf = (paper: Paper, fields: Change['fields'], input: Input, actor: Actor): Change => ({
  version: paper.version + 1,
  at: clock.now(),
  by: actor.name,
  note: input.note ?? '',
  digest: paper.digest,
  fields,
})

/**
 * Corrects a paper: it is a draft again, with one version more; what was read back and signed was another text. Once it
 * has been shown, what was changed is kept with it. Throws Conflict `text_changed` when somebody else was faster.
 */
export const changePaper = async (options: { actor: Actor; paperId: string; input: Input }): Promise<LoadedPaper> => {
  const { actor, paperId, input } = options
  const loaded = await loadPaper({ actor, paperId })
  check(loaded, input)
  const { paper, doc, relations } = loaded
  const { fields, ...next } = await rewrite(loaded, input, actor)
  if (next.digest === paper.digest) return loaded
  const change = changeOf(paper, fields, input, actor)
  const size = Buffer.byteLength(JSON.stringify([paper.changes, paper.readings, next, change]))
  if (paper.changes.length >= MOST_CHANGES || size > MOST_BYTES) throw new Conflict('conflict', PROBLEMS.tooLarge)
  const changed = await inTransaction(async (session) => {
    const after = await writePaper({
      paper,
      // A signature that arrives meanwhile must not fall away unseen.
      where: { signatures: { $size: paper.signatures.length } },
      set: { ...next, status: 'draft', version: paper.version + 1, signatures: [] },
      ...(paper.shown ? { push: { changes: change } } : {}),
      session,
    })
    const text = SENTENCES.corrected(paper.kind)
    if (paper.shown) await tellCase({ paper, change: 'corrected', text, actor, relations, session })
    return after
  })
  return { paper: changed, doc, relations }
}
