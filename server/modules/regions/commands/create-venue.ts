import type { Actor } from '@server/platform/actor'
import { ObjectId } from '@server/platform/database'
import { Forbidden, InvalidInput } from '@server/platform/errors'
import { createOnce, markOf } from '@server/platform/once'
import type { CreateVenue } from '@shared/regions/schemas'
import type * as z from 'zod/mini'
import { regionExists } from '../queries/region-lookups'
import { mayAddVenue } from '../regions.policy'
import { type Venue, VenueModel } from '../venue.model'

type NewVenue = z.infer<typeof CreateVenue>

/** Stores a venue and numbers its rooms. The region must exist. */
export const insertVenue = async (venue: NewVenue & Pick<Venue, 'request'>): Promise<Venue> => {
  if (!regionExists(venue.regionCode)) throw InvalidInput.field('regionCode', 'unknown_region', '没有这个地区')
  const rooms = venue.rooms.map((room) => ({ ...room, id: new ObjectId().toHexString() }))
  return (await VenueModel.create({ ...venue, rooms })).toObject()
}

/** Adds a venue for an administrator of its region, once for a key. */
export const createVenue = async (options: { actor: Actor; venue: NewVenue; key: string | undefined }) => {
  const { actor, venue, key } = options
  if (!mayAddVenue(actor, venue.regionCode)) throw new Forbidden()
  const mark = markOf({ actorId: actor.accountId, call: 'venues.create', key, body: venue })
  return createOnce<Venue>({
    mark,
    create: () => insertVenue({ ...venue, request: mark }),
    find: ({ by, key }) => VenueModel.findOne({ 'request.by': by, 'request.key': key }).lean<Venue>(),
  })
}
