import { personNames } from '@server/modules/identity'
import type { Actor } from '@server/platform/actor'
import { Forbidden } from '@server/platform/errors'
import type { Consultation } from '../consultation.model'
import type { Place } from '../place.model'
import { maySeeAttendees } from '../places.policy'
import { placesOf } from './place-of'

/** Who comes, who waits and for whom a place is kept, in order of arrival, by name. Throws Forbidden for everybody else. */
export const listAttendees = async (options: { actor: Actor; doc: Consultation }): Promise<{ place: Place; name: string }[]> => {
  const { actor, doc } = options
  if (!maySeeAttendees(actor, doc)) throw new Forbidden()
  const places = await placesOf(doc._id)
  const names = await personNames(places.flatMap(({ personId }) => personId ?? []))
  return places.map((place) => ({ place, name: (place.personId === null ? place.name : names.get(place.personId)) ?? '' }))
}
