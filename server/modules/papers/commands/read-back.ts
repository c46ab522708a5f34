import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { inTransaction } from '@server/platform/database'
import { AppError, Conflict, Forbidden, InvalidInput } from '@server/platform/errors'
import type { ReadPaper } from '@shared/papers/schemas'
import type * as z from 'zod/mini'
import type { Reading } from '../paper.model'
import { isItsTime, type Needed, readersOf, standsFor } from '../papers.policy'
import { partyNamer } from '../queries/load-facts'
import { type LoadedPaper, loadPaper } from '../queries/load-paper'
import { NOTED_BY_MEDIATOR, PROBLEMS, SENTENCES } from '../texts'
import { tellCase } from './tell-case'
import { writePaper } from './write-paper'

type Input = z.infer<typeof ReadPaper>

const MOST_READINGS = 200

const check = (loaded: LoadedPaper, input: Input, actor: Actor): Needed => {
  const { paper, doc, relations } = loaded
  if (relations.includes('helper')) throw new Forbidden()
  const reader = standsFor({ actor, relations, among: readersOf(paper, doc), forPartyId: input.forPartyId })
  if (!reader) throw new AppError(403, 'not_acting')
  if (input.digest !== paper.digest) throw new Conflict('text_changed')
  if (!['reading', 'signing'].includes(paper.status) || !isItsTime(paper.kind, doc)) throw new Conflict('move_not_allowed')
  if (!input.agreed && input.remark === undefined) throw InvalidInput.field('remark', 'required', PROBLEMS.remark)
  if (paper.readings.length >= MOST_READINGS) throw new Conflict('conflict', PROBLEMS.tooLarge)
  return reader
}

/**
 * Notes that somebody has read the text back: it is right, or what is not. On an own telephone, or by the mediator who
 * has read it out. The last word of each counts.
 */
export const readBack = async (options: { actor: Actor; paperId: string; input: Input }): Promise<LoadedPaper> => {
  const { actor, paperId, input } = options
  const loaded = await loadPaper({ actor, paperId })
  const reader = check(loaded, input, actor)
  const { paper, doc, relations } = loaded
  const byMediator = relations.includes('owner')
  const nameOf = await partyNamer(doc)
  const reading: Reading = {
    as: reader.as,
    version: paper.version,
    personId: actor.personId,
    name: byMediator ? `${nameOf(reader.as)}${NOTED_BY_MEDIATOR}` : actor.name || nameOf(reader.as),
    byMediator,
    agreed: input.agreed,
    remark: input.remark ?? '',
    at: clock.now(),
  }
  const after = await inTransaction(async (session) => {
    const written = await writePaper({ paper, where: { digest: input.digest }, push: { readings: reading }, session })
    const text = SENTENCES.objected(paper.kind, reader.side)
    if (!input.agreed) await tellCase({ paper, change: 'objected', text, actor, relations, session })
    return written
  })
  return { paper: after, doc, relations }
}
