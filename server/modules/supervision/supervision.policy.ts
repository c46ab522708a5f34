import { type Case, keysOf, NEVER, ownerKey } from '@server/modules/cases'
import { type Actor, regionsOf, regionsOfAny } from '@server/platform/actor'
import type { Ability } from '@shared/cases/schemas'
import { isOpen, type Relation } from '@shared/cases/words'
import { outermost } from '@shared/regions/schemas'
import type { Extension } from './extension.model'
import type { Supervision } from './supervision.model'

interface Standing {
  doc: Case
  actor: Actor
  relations: readonly Relation[]
}

/** Whether a case is the actor's, alone or in the queue of the own organisation. */
const isOwn = ({ doc, actor }: Standing): boolean => doc.owner !== null && keysOf(actor).includes(ownerKey(doc.owner))
const watches = (relations: readonly Relation[]): boolean => relations.includes('supervisor') || relations.includes('dispatcher')

/** Whether time can be asked for at all: the clock runs, and it is not the applicant's word that is awaited. */
const isRunning = ({ status, dueAt }: Case): boolean => isOpen(status) && status !== 'suspended' && status !== 'resolved' && dueAt < NEVER

/** The owner asks for more time. */
export const mayAskExtension = ({ doc, relations }: Standing): boolean => relations.includes('owner') && isRunning(doc)

/** The centre decides, and nobody on their own case. */
export const mayDecideExtension = (options: Standing & { extension?: Pick<Extension, 'askedById'> }): boolean => {
  const { actor, relations, extension } = options
  return relations.includes('dispatcher') && !isOwn(options) && extension?.askedById !== actor.personId
}

/** What was asked and decided is read by the staff of a case. */
export const mayReadExtensions = (relations: readonly Relation[]): boolean => relations.includes('owner') || watches(relations)

/** Whoever watches over a region asks about the open cases of others. */
export const maySupervise = (options: Standing): boolean =>
  watches(options.relations) && isOpen(options.doc.status) && options.doc.owner !== null && !isOwn(options)

/** Whoever has the case replies. */
export const mayReply = (options: Standing): boolean =>
  isOwn(options) && (options.relations.includes('owner') || options.relations.includes('dispatcher'))

/** Whoever asked judges the reply, as long as they watch over the case. */
export const mayJudge = ({ actor, relations, supervision }: Standing & { supervision: Pick<Supervision, 'byPersonId'> }): boolean =>
  supervision.byPersonId === actor.personId && watches(relations)

export const mayReadSupervisions = (options: Standing): boolean => watches(options.relations) || mayReply(options)

/** The regions over which somebody watches. */
export const watchedRegions = (actor: Actor): string[] => outermost(regionsOfAny(actor, ['supervisor', 'dispatcher']))
/** The regions for which somebody decides. */
export const decidedRegions = (actor: Actor): string[] => [...new Set(regionsOf(actor, 'dispatcher'))]

/** What somebody may do about the time and the supervision of a case; asked for the rows of lists too. */
export const supervisionAbilities = (options: Standing): Ability[] => {
  const { extensionsOpen = [], supervisionsOpen = [] } = options.doc
  const found: Ability[] = []
  if (mayAskExtension(options)) found.push('askExtension')
  if (extensionsOpen.length > 0 && mayDecideExtension(options)) found.push('decideExtension')
  if (maySupervise(options)) found.push('supervise')
  if (supervisionsOpen.length > 0 && mayReply(options)) found.push('replySupervision')
  return found
}
