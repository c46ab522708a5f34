import type { Case } from '@server/modules/cases'
import { type centreFor, organisationById, organisationsIn, staffOf } from '@server/modules/identity'
import type { Actor } from '@server/platform/actor'
import { isWithin } from '@shared/regions/schemas'

/** In whose name a paper is made and sealed. */
export type Committee = NonNullable<Awaited<ReturnType<typeof centreFor>>>

const MEDIATES: readonly Committee['kind'][] = ['committee', 'studio']

const ownOrganisations = async (roles: Actor['roles']): Promise<Committee[]> => {
  const ids = [...new Set(roles.flatMap(({ organisationId }) => organisationId ?? []))]
  const found = await Promise.all(ids.map(organisationById))
  return found.flatMap((one) => one ?? [])
}

/** The nearest committee that serves the place: for those who mediate on the spot without belonging to one. */
const nearestCommittee = async (regionCode: string): Promise<Committee | undefined> => {
  const found = await organisationsIn({ regionCode, kind: 'committee' })
  const serving = found.filter((one) => isWithin(regionCode, one.regionCode))
  return serving.sort((one, other) => other.regionCode.length - one.regionCode.length)[0]
}

/** The roles of whoever has the case, for what the service does by itself. */
const rolesOfOwner = async ({ owner, regionCode }: Case): Promise<Actor['roles']> => {
  if (owner?.type !== 'person') return []
  const staff = await staffOf({ role: owner.role, regionCode })
  return staff.find((one) => one.personId === owner.id)?.roles ?? []
}

/** The committee or studio of whoever has a case; else their organisation; else the nearest committee. */
export const committeeOf = async (doc: Case, actor?: Actor): Promise<Committee | undefined> => {
  const queue = doc.owner?.type === 'organisation' ? await organisationById(doc.owner.id) : undefined
  const own = [...(queue ? [queue] : []), ...(await ownOrganisations(actor ? actor.roles : await rolesOfOwner(doc)))]
  const here = own.filter((one) => isWithin(doc.regionCode, one.regionCode))
  const mediates = (one: Committee) => MEDIATES.includes(one.kind)
  return here.find(mediates) ?? own.find(mediates) ?? (await nearestCommittee(doc.regionCode)) ?? here[0] ?? own[0]
}
