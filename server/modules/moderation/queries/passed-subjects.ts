import { type Check, CheckModel, type SubjectType } from '../check.model'

/** Those of some subjects of which every part has been looked at and may be seen by others. */
export const passedSubjects = async (type: SubjectType, ids: readonly string[]): Promise<Set<string>> => {
  if (ids.length === 0) return new Set()
  const rows = await CheckModel.find(
    { 'subject.type': type, 'subject.id': { $in: [...ids] }, state: 'passed' },
    { subject: 1, of: 1 },
  ).lean<Pick<Check, 'subject' | 'of'>[]>()
  const missing = new Map<string, number>()
  for (const { subject, of } of rows) missing.set(subject.id, (missing.get(subject.id) ?? of) - 1)
  return new Set([...missing].filter(([, left]) => left === 0).map(([id]) => id))
}
