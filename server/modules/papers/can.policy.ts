import type { Case } from '@server/modules/cases'
import type { Actor } from '@server/platform/actor'
import type { Relation } from '@shared/cases/words'
import type { PaperCan } from '@shared/papers/schemas'
import type { Paper } from './paper.model'
import {
  CHANGEABLE,
  hasPens,
  isItsTime,
  MEDIATOR,
  missingFor,
  type Needed,
  needsBothSides,
  openObjections,
  PAPER_STEPS,
  readersOf,
  standsFor,
} from './papers.policy'

type Can = (typeof PaperCan)[number]
export type Shown = Pick<Paper, 'kind' | 'status' | 'version' | 'fromPartyId' | 'toPartyId' | 'readings' | 'shown' | 'sides'> & {
  signatures: Pick<Paper['signatures'][number], 'as' | 'at'>[]
}
interface Standing {
  paper: Shown
  doc: Case
  actor: Pick<Actor, 'personId'>
  relations: readonly Relation[]
}

/** Whose word or name somebody may still give; of the owner's: whoever is on the spot. */
const openFor = ({ actor, relations }: Standing, among: readonly Needed[]): boolean =>
  relations.includes('owner')
    ? among.some((one) => one.inPerson)
    : !relations.includes('helper') && standsFor({ actor, relations, among }) !== undefined

const movesOf = ({ paper, doc }: Standing): Can[] => {
  const { status } = paper
  const time = isItsTime(paper.kind, doc)
  const found: Can[] = time && CHANGEABLE.includes(status) ? ['change'] : []
  const readers = readersOf(paper, doc)
  const complete = !needsBothSides(paper.kind) || new Set(readers.map((one) => one.side)).size === 2
  if (time && PAPER_STEPS.present.from.includes(status)) found.push('present')
  if (time && PAPER_STEPS.takeBack.from.includes(status)) found.push('takeBack')
  const clear = time && complete && openObjections(paper).length === 0
  if (clear && PAPER_STEPS.openSigning.from.includes(status) && hasPens(paper, doc)) found.push('openSigning')
  if (clear && PAPER_STEPS.seal.from.includes(status) && missingFor(paper, doc).length === 0) found.push('seal')
  if (doc.status !== 'archived' && PAPER_STEPS.void.from.includes(status)) found.push('void')
  return found
}

/** Whose names are still missing under a paper that is being read or signed. */
export const waitsFor = ({ paper, doc }: Pick<Standing, 'paper' | 'doc'>): Needed[] =>
  paper.status === 'reading' || paper.status === 'signing' ? missingFor(paper, doc) : []

/** Whether a name that is missing is the actor's to give. */
export const isMine = (needed: Needed, { actor, relations }: Pick<Standing, 'actor' | 'relations'>): boolean =>
  relations.includes('owner') ? needed.as === MEDIATOR : !relations.includes('helper') && needed.personIds.includes(actor.personId)

/** What somebody may do with a paper now. */
export const canWith = (standing: Standing): Can[] => {
  const { paper, doc, relations } = standing
  const isOwner = relations.includes('owner')
  const found = isOwner ? movesOf(standing) : []
  if (isItsTime(paper.kind, doc)) {
    const open = paper.status === 'reading' || paper.status === 'signing'
    if (open && openFor(standing, readersOf(paper, doc))) found.push('read')
    if (paper.status === 'signing' && openFor(standing, missingFor(paper, doc))) found.push('sign')
  }
  if (isOwner ? paper.status !== 'draft' : paper.status === 'effective') found.push('download')
  return found
}

/** What a party is asked for now: to say whether the text is right, as long as they have said nothing of it, or to sign it. */
export const asksOf = (standing: Standing): 'read' | 'sign' | null => {
  const { paper, doc, relations } = standing
  if (relations.includes('owner') || relations.includes('helper') || !isItsTime(paper.kind, doc)) return null
  if (paper.status === 'signing') return openFor(standing, missingFor(paper, doc)) ? 'sign' : null
  if (paper.status !== 'reading') return null
  const silent = readersOf(paper, doc).filter(
    (one) => !paper.readings.some((reading) => reading.as === one.as && reading.version === paper.version),
  )
  return openFor(standing, silent) ? 'read' : null
}
