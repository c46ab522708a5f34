import { toObjectId } from '@server/platform/database'
import { type Case, caseCollection } from '../case.model'

/**
 * Some fields of those cases that exist, unchecked, in no order: for listeners that hear of every submission and need
 * little of it.
 */
export const findFields = async <Name extends keyof Case>(
  caseIds: readonly string[],
  names: readonly Name[],
): Promise<Pick<Case, Name | '_id'>[]> => {
  const ids = caseIds.flatMap((id) => toObjectId(id) ?? [])
  if (ids.length === 0) return []
  const projection = Object.fromEntries(names.map((name) => [name, 1]))
  return (await caseCollection()
    .find({ _id: { $in: ids } }, { projection })
    .toArray()) as unknown as Pick<Case, Name | '_id'>[]
}
