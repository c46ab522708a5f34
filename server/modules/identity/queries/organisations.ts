import { toObjectId } from '@server/platform/database'
import type { OrganisationKind } from '@shared/identity/schemas'
import { chainOf } from '@shared/regions/schemas'
import { createMemory } from '../memory'
import { type OrganisationDocument, OrganisationModel } from '../organisation.model'

/** A body on whose behalf people act, with the region that it serves. */
export interface Organisation {
  id: string
  kind: OrganisationKind
  name: string
  regionCode: string
}

const MOST = 500
const known = createMemory<Organisation | null>({ most: 5000, ms: 5000 })
const centres = createMemory<Organisation | null>({ most: 5000, ms: 5000 })

/** An organisation without what only the database needs. */
export const toOrganisation = ({ _id, kind, name, regionCode }: OrganisationDocument): Organisation => ({
  id: _id.toHexString(),
  kind,
  name,
  regionCode,
})

/** What was remembered is old: this process has added an organisation. */
export const forgetOrganisations = (): void => {
  known.clear()
  centres.clear()
}

/** An organisation, or undefined. At most 5 s old. */
export const organisationById = async (id: string): Promise<Organisation | undefined> => {
  const hit = known.get(id)
  if (hit !== undefined) return hit ?? undefined
  const _id = toObjectId(id)
  const found = _id ? await OrganisationModel.findById(_id).lean<OrganisationDocument>() : null
  const organisation = found && toOrganisation(found)
  known.set(id, organisation)
  return organisation ?? undefined
}

/** Organisations by id, those that exist. */
export const organisationsById = async (ids: string[]): Promise<Map<string, Organisation>> => {
  const found = await Promise.all([...new Set(ids)].map(organisationById))
  return new Map(found.flatMap((one) => (one ? [[one.id, one] as const] : [])))
}

/** Codes within `region`, as a range on the index. */
const within = (region: string) => ({ $gte: region, $lt: `${region}:` })

/** Organisations that have to do with a region: its own, those above and those within it. At most 500. */
export const organisationsIn = async (options: { regionCode?: string; kind?: OrganisationKind }): Promise<Organisation[]> => {
  const { regionCode, kind } = options
  const where = regionCode === undefined ? {} : { $or: [{ regionCode: { $in: chainOf(regionCode) } }, { regionCode: within(regionCode) }] }
  const found = await OrganisationModel.find({ ...where, ...(kind && { kind }) })
    .sort({ regionCode: 1, kind: 1, name: 1 })
    .limit(MOST)
    .lean<OrganisationDocument[]>()
  return found.map(toOrganisation)
}

const findCentre = async (regionCode: { $in: string[] } | ReturnType<typeof within>, order: 1 | -1) => {
  const sorted = OrganisationModel.find({ kind: 'centre', regionCode }).sort({ regionCode: order })
  return (await sorted.limit(1).lean<OrganisationDocument[]>())[0]
}

/**
 * The governance centre that serves a region: its own, else the nearest above. Above them all (somebody chose the
 * province for a place) it is the widest within. At most 5 s old.
 */
export const centreFor = async (regionCode: string): Promise<Organisation | undefined> => {
  const hit = centres.get(regionCode)
  if (hit !== undefined) return hit ?? undefined
  const found = (await findCentre({ $in: chainOf(regionCode) }, -1)) ?? (await findCentre(within(regionCode), 1))
  const centre = found ? toOrganisation(found) : null
  centres.set(regionCode, centre)
  return centre ?? undefined
}
