import { findCases, findFollowers } from '@server/modules/cases'
import { wordingsById } from '@server/modules/opinion'

const MOST_LEADS = 50
const MOST_FOLLOWERS = 200

/**
 * How many people have joined in what some wordings say, beside those who wrote them: whose matters are handled
 * together with one of theirs, and who are not counted for words of their own.
 */
export const supportersOf = async (options: { wordingIds: readonly string[]; authors: ReadonlySet<string> }): Promise<number> => {
  const { wordingIds, authors } = options
  const wordings = await wordingsById(wordingIds)
  const cases = await findCases(wordings.map(({ caseId }) => caseId.toHexString()))
  const leads = cases.filter(({ followers = 0 }) => followers > 0).slice(0, MOST_LEADS)
  const followers = await Promise.all(leads.map(({ _id }) => findFollowers({ leadId: _id.toHexString(), limit: MOST_FOLLOWERS })))
  const people = followers.flat().map(({ parties, filedBy }) => parties.find(({ side }) => side === 'applicant')?.personId ?? filedBy)
  return new Set(people.filter((personId) => !authors.has(personId))).size
}
