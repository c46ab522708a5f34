import { localDate } from '@server/modules/deadlines'
import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { inTransaction } from '@server/platform/database'
import { Conflict, Forbidden, InvalidInput } from '@server/platform/errors'
import type { MovePaper, PaperMove } from '@shared/papers/schemas'
import type * as z from 'zod/mini'
import type { Paper } from '../paper.model'
import { hasPens, isItsTime, isMediatorsAlone, needsBothSides, openObjections, PAPER_STEPS, readersOf } from '../papers.policy'
import { type LoadedPaper, loadPaper } from '../queries/load-paper'
import { fallenSignatures } from '../render/changes'
import { checkComplete } from '../render/check-content'
import { fieldsOf } from '../render/render-text'
import { PROBLEMS, SENTENCES } from '../texts'
import { veilNames } from '../veil'
import { sealPaper } from './seal-paper'
import { type PaperEvent, tellCase } from './tell-case'
import { writePaper } from './write-paper'

type Input = z.infer<typeof MovePaper>
interface Step {
  set: Partial<Paper>
  where?: Record<string, unknown>
  push?: Record<string, unknown>
  change?: PaperEvent | 'takenBack'
  text?: string
  /** What must hold for the case, and what becomes of it. */
  inCase?: { where: Record<string, unknown>; set: Record<string, unknown> }
}
type Plan = (loaded: LoadedPaper, input: Input, actor: Actor) => Step

/** Two that must be there for what binds both. */
const checkSides = ({ paper, doc }: LoadedPaper): void => {
  if (!needsBothSides(paper.kind)) return
  const sides = new Set(readersOf(paper, doc).map((one) => one.side))
  if (sides.size < 2) throw new Conflict('conflict', PROBLEMS.oneSide)
}

const present: Plan = ({ paper, doc }) => {
  const { kind, content, promises } = paper
  checkComplete({ fields: fieldsOf(kind, doc.category), content, promises, today: localDate(clock.now()) })
  if (isMediatorsAlone(kind)) return { set: { status: 'signing', shown: true }, change: 'signing', text: SENTENCES.readyToSign(kind) }
  return { set: { status: 'reading', shown: true }, change: 'presented', text: SENTENCES.presented(kind) }
}

const takeBack: Plan = ({ paper, doc }, input, actor) => {
  const { signatures, kind, version, digest } = paper
  const fields = fallenSignatures(veilNames(signatures, doc))
  const change = { version, at: clock.now(), by: actor.name, note: input.reason ?? '', digest, fields }
  return {
    set: { status: 'draft', signatures: [] },
    where: { signatures: { $size: signatures.length } },
    ...(fields.length > 0 ? { push: { changes: change } } : {}),
    change: 'takenBack',
    text: SENTENCES.takenBack(kind),
  }
}

const openSigning: Plan = (loaded) => {
  const { paper } = loaded
  if (openObjections(paper).length > 0) throw new Conflict('conflict', PROBLEMS.objections)
  checkSides(loaded)
  if (!hasPens(paper, loaded.doc)) throw new Conflict('not_acting')
  // An objection that arrives meanwhile is not passed over.
  const where = { readings: { $size: paper.readings.length } }
  return { set: { status: 'signing' }, where, change: 'signing', text: SENTENCES.signing(paper.kind) }
}

const giveUp: Plan = ({ paper }, input) => {
  const { reason } = input
  if (paper.shown && reason === undefined) throw InvalidInput.field('reason', 'required', PROBLEMS.reason)
  const revoked =
    paper.kind === 'authority' && paper.status === 'effective'
      ? { where: { 'parties.id': paper.toPartyId }, set: { 'parties.$.authority': null } }
      : undefined
  return {
    set: { status: 'void', voidReason: reason ?? null },
    ...(paper.shown ? { change: 'void' as const, text: SENTENCES.void(paper.kind, reason) } : {}),
    ...(revoked ? { inCase: revoked } : {}),
  }
}

const PLANS: Record<Exclude<PaperMove, 'seal'>, Plan> = { present, takeBack, openSigning, void: giveUp }

const check = ({ paper, doc, relations }: LoadedPaper, { move, version }: Input): void => {
  if (!relations.includes('owner')) throw new Forbidden()
  if (version !== paper.version) throw new Conflict('text_changed')
  if (!PAPER_STEPS[move].from.includes(paper.status)) throw new Conflict('move_not_allowed')
  const fits = move === 'void' ? doc.status !== 'archived' : isItsTime(paper.kind, doc)
  if (!fits) throw new Conflict('move_not_allowed', PROBLEMS.notNow)
}

/** Moves a paper one step; only whoever has the case does so. Of two at once one wins, the other hears Conflict. */
export const movePaper = async (options: { actor: Actor; paperId: string; input: Input }): Promise<LoadedPaper> => {
  const { actor, paperId, input } = options
  const loaded = await loadPaper({ actor, paperId })
  check(loaded, input)
  if (input.move === 'seal') return sealPaper({ actor, loaded })
  const { paper, doc, relations } = loaded
  const { set, where, push, change, text = '', inCase } = PLANS[input.move](loaded, input, actor)
  const moved = await inTransaction(async (session) => {
    const after = await writePaper({ paper, set, session, ...(where ? { where } : {}), ...(push ? { push } : {}) })
    if (change) await tellCase({ paper, change, text, actor, relations, session, ...inCase })
    return after
  })
  return { paper: moved, doc, relations }
}
