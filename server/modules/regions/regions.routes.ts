import { Forbidden } from '@server/platform/errors'
import { createdOr, handlers } from '@server/platform/http/request'
import { createVenue } from './commands/create-venue'
import { importRegions } from './commands/import-regions'
import { findRegions, findShapes } from './queries/find-regions'
import { venuesFor } from './queries/find-venues'
import { mayChangeRegion, mayImport } from './regions.policy'
import { presentRegion, presentShape, presentVenue } from './regions.presenter'

/** The handlers of the regions' part of the contract. */
export const regionHandlers = () =>
  handlers({
    'regions.list': async ({ query }) => ({ items: findRegions(query).map(presentRegion) }),
    'regions.shapes': async ({ params }) => {
      const { region, children } = findShapes(params)
      return { region: presentShape(region), children: children.map(presentShape) }
    },
    'regions.import': async ({ actor, body }) => {
      if (!mayImport(actor)) throw new Forbidden()
      return importRegions({ ...body, mayChange: (code) => mayChangeRegion(actor, code) })
    },
    'venues.list': async ({ query }) => ({ items: (await venuesFor(query.regionCode)).map(presentVenue) }),
    'venues.create': async ({ actor, body, key }) => {
      const { value, created } = await createVenue({ actor, venue: body, key })
      return createdOr(created, presentVenue(value))
    },
  })
