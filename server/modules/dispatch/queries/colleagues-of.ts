import type { Case } from '@server/modules/cases'
import { topOf } from '@shared/cases/categories'
import { type Desk, DeskModel } from '../desk.model'
import { HAS_ROOM } from '../desk-filter'
import { isAway } from '../fit/desk-board'
import { servingCodes } from '../fit/fit'
import { today } from '../fit/today'
import { subjectOf, tiedTo } from './tied-to'

const MOST = 10
const MOST_LOOKED_AT = 60

const excluded = async (doc: Case): Promise<string[]> => {
  const owner = doc.owner?.type === 'person' ? [doc.owner.id] : []
  const parties = doc.parties.map((party) => party.personId)
  return [...owner, ...parties, ...(doc.avoid ?? []), ...(await tiedTo(await subjectOf(doc)))]
}

/**
 * Mediators who could take a case over from its owner: with room, serving its region, free of ties. Those of the owner's
 * organisation first, whatever they usually take; then the nearest who take its category. At most 10.
 */
export const colleaguesOf = async ({ doc }: { doc: Case }): Promise<{ id: string; name: string }[]> => {
  const { owner, regionCode, category } = doc
  if (owner?.type !== 'person') return []
  const known = await excluded(doc)
  const own = await DeskModel.findOne({ personId: owner.id }, { organisationId: 1 }).lean()
  const isOwn = (desk: Desk): boolean => own?.organisationId != null && desk.organisationId === own.organisationId
  const fits = (desk: Desk): boolean => desk.categories.length === 0 || desk.categories.includes(topOf(category))
  const desks: Desk[] = []
  for (const code of servingCodes(regionCode)) {
    const personId = { $nin: [...known, ...desks.map((desk) => desk.personId)] }
    const found = await DeskModel.find({ regionCodes: code, personId, ...HAS_ROOM })
      .sort({ load: 1, lastAssignedAt: 1 })
      .limit(MOST_LOOKED_AT)
      .lean<Desk[]>()
    desks.push(...found.filter((desk) => !isAway(desk, today().date) && (isOwn(desk) || fits(desk))))
  }
  return [...desks.filter(isOwn), ...desks.filter((desk) => !isOwn(desk))]
    .slice(0, MOST)
    .map(({ personId, name }) => ({ id: personId, name }))
}
