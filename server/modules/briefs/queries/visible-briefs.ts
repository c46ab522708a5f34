import { type Actor, regionsOf } from '@server/platform/actor'
import { BRIEF_VIEWS } from '@shared/briefs/schemas'
import { BRIEF_STATES, isAdopted } from '@shared/briefs/words'
import { departmentsOf, OFFICE_STATES, officeRegions, readRegions, takesSignatures } from '../briefs.policy'

type View = (typeof BRIEF_VIEWS)[number]
const ADOPTED = BRIEF_STATES.filter(isAdopted)
const OPEN = BRIEF_STATES.filter(takesSignatures)
const NOTHING = { _id: { $in: [] } }

const inRegions = (regions: string[]): object => ({
  $or: [NOTHING, ...regions.map((code) => ({ regionCode: { $gte: code, $lt: `${code}:` } }))],
})

/** What each view may show to the actor: nothing that reading by itself would not (`relationsTo`). */
export const VIEWS: Record<View, (actor: Actor) => object> = {
  mine: ({ personId }) => ({
    $or: [{ 'author.personId': personId }, { signatures: { $elemMatch: { personId, state: 'signed' } } }],
  }),
  asked: (actor) => ({
    signatures: { $elemMatch: { personId: actor.personId, state: 'asked' } },
    state: { $in: OPEN },
    // Whoever is a member no more is asked for nothing.
    ...inRegions(regionsOf(actor, 'cppccMember')),
  }),
  office: (actor) => ({ state: { $in: OFFICE_STATES }, ...inRegions(officeRegions(actor)) }),
  department: (actor) => ({ 'department.id': { $in: departmentsOf(actor) } }),
  adopted: (actor) => ({ state: { $in: ADOPTED }, ...inRegions(readRegions(actor)) }),
}

const NEEDED: Partial<Record<View, (actor: Actor) => string[]>> = { office: officeRegions, department: departmentsOf, adopted: readRegions }
/** The views that there are for somebody. */
export const viewsOf = (actor: Actor): View[] => BRIEF_VIEWS.filter((view) => NEEDED[view]?.(actor).length !== 0)

/** Everything that somebody may read, in whatever view. */
export const visibleTo = (actor: Actor): object => ({ $or: viewsOf(actor).map((view) => VIEWS[view](actor)) })
