import { type Actor, holds, regionsOf, regionsOfAny } from '@server/platform/actor'
import { BRIEF_MOVES, type BriefMove, type BriefMover, briefMoves } from '@shared/briefs/moves'
import type { BRIEF_ABILITIES } from '@shared/briefs/schemas'
import { type BriefState, isAdopted, isWritable } from '@shared/briefs/words'
import type { RoleGrant, StaffRole } from '@shared/identity/schemas'
import { isWithin } from '@shared/regions/schemas'
import type { Brief } from './brief.model'

export type BriefAbility = (typeof BRIEF_ABILITIES)[number]
/** How somebody stands to a brief; `reader`: a member or the office, of an adopted one of their region. */
export type BriefRelation = BriefMover | 'signed' | 'asked' | 'reader'
type Known = Pick<Brief, 'author' | 'signatures' | 'department' | 'regionCode' | 'state'>

const WRITERS = ['cppccMember', 'cppccOffice'] as const satisfies readonly StaffRole[]

/** Whether somebody writes and reads briefs for a region. */
export const mayWriteFor = (actor: Actor, regionCode: string): boolean => WRITERS.some((role) => holds(actor, role, regionCode))
/** The regions whose adopted briefs somebody reads. */
export const readRegions = (actor: Actor): string[] => regionsOfAny(actor, WRITERS)
/** The regions whose briefs somebody reviews. */
export const officeRegions = (actor: Actor): string[] => regionsOf(actor, 'cppccOffice')
/** The departments for which somebody answers. */
export const departmentsOf = (actor: Actor): string[] =>
  actor.roles.flatMap(({ role, organisationId }) => (role === 'department' && organisationId ? [organisationId] : []))
/** The role for which somebody writes for a region: a member's before the office's. */
export const writingGrant = (actor: Actor, regionCode: string): RoleGrant | undefined =>
  WRITERS.flatMap((role) => actor.roles.filter((grant) => grant.role === role)).find((grant) => isWithin(regionCode, grant.regionCode))

/** What the office reads: what was submitted to it, and not taken back. */
export const OFFICE_STATES: readonly BriefState[] = ['submitted', 'returned', 'merged', 'accepted', 'adopted', 'passedOn', 'answered']

/** Until it is accepted, its signers may come and go. */
export const takesSignatures = (state: BriefState): boolean => isWritable(state) || state === 'submitted'

/** How the actor stands to it by signing: who is asked reads it as long as they can sign, and are a member. */
const signing = (actor: Actor, { signatures, state, regionCode }: Known): readonly ('signed' | 'asked')[] => {
  const mine = signatures.find(({ personId }) => personId === actor.personId)
  const counts = mine?.state === 'signed' || (takesSignatures(state) && holds(actor, 'cppccMember', regionCode))
  return mine && counts ? [mine.state] : []
}

/** All the ways in which the actor stands to a brief; who stands in none must not know of it. */
export const relationsTo = (actor: Actor, brief: Known): BriefRelation[] => {
  const found: BriefRelation[] = [...signing(actor, brief)]
  if (brief.author.personId === actor.personId) found.push('author')
  if (OFFICE_STATES.includes(brief.state) && holds(actor, 'cppccOffice', brief.regionCode)) found.push('office')
  if (brief.department && departmentsOf(actor).includes(brief.department.id)) found.push('department')
  if (isAdopted(brief.state) && mayWriteFor(actor, brief.regionCode)) found.push('reader')
  return found
}
export const maySee = (actor: Actor, brief: Known): boolean => relationsTo(actor, brief).length > 0

/** Whoever wrote it looks at what is taken out; who is to sign it reads what is left. */
export const mayPreview = (actor: Actor, brief: Known): boolean =>
  relationsTo(actor, brief).some((one) => one === 'author' || one === 'signed' || one === 'asked')

/** Whoever wrote it works on it as long as they write for its region; to take it back is theirs in any case. */
export const mayWriteIn = (actor: Actor, { author, regionCode }: Pick<Known, 'author' | 'regionCode'>): boolean =>
  author.personId === actor.personId && mayWriteFor(actor, regionCode)

export const isMoveFrom = (move: BriefMove, state: BriefState): boolean => briefMoves[move].from.includes(state)
export const mayMove = (actor: Actor, brief: Known, move: BriefMove): boolean =>
  relationsTo(actor, brief).includes(briefMoves[move].by) && (move !== 'submit' || mayWriteIn(actor, brief))

/** What somebody may do with a brief now. */
export const abilitiesOf = (actor: Actor, brief: Known): BriefAbility[] => {
  const relations = relationsTo(actor, brief)
  const { state } = brief
  const is = (relation: BriefRelation): boolean => relations.includes(relation)
  const open = takesSignatures(state)
  const can: BriefAbility[] = BRIEF_MOVES.filter((move) => isMoveFrom(move, state) && mayMove(actor, brief, move))
  if (mayWriteIn(actor, brief) && isWritable(state)) can.push('write')
  if (mayWriteIn(actor, brief) && open) can.push('invite')
  if (is('asked')) can.push('sign')
  if ((is('asked') || is('signed')) && open) can.push('unsign')
  if (is('office') && state === 'answered') can.push('publish')
  return can
}
