import { organisationById } from '@server/modules/identity'
import type { Desk } from '../desk.model'

/** What the organisations of desks are called, by id. */
export const organisationNames = async (desks: Desk[]): Promise<Map<string | null, string>> => {
  const ids = [...new Set(desks.flatMap((desk) => desk.organisationId ?? []))]
  const organisations = await Promise.all(ids.map((id) => organisationById(id)))
  return new Map(organisations.flatMap((one) => (one ? [[one.id, one.name] as const] : [])))
}
