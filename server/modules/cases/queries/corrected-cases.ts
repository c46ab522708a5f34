import { caseCollection } from '../case.model'

/** A case whose category staff have put right; `at`: when. */
export interface CorrectedCase {
  title: string
  text: string
  category: string
  at: Date
}

/** How many were put right after a moment; counting stops at `most`. */
export const countCorrected = ({ since, most }: { since: Date; most: number }): Promise<number> =>
  caseCollection().countDocuments({ 'classified.at': { $gt: since } }, { limit: most, hint: 'corrected' })

/** The words of those that were put right last, newest first: for learning, within the deployment only. */
export const correctedCases = async ({ limit }: { limit: number }): Promise<CorrectedCase[]> => {
  const docs = await caseCollection()
    .find({ 'classified.at': { $gt: new Date(0) } }, { projection: { title: 1, text: 1, category: 1, classified: 1 } })
    .sort({ 'classified.at': -1 })
    .limit(limit)
    .toArray()
  return docs.flatMap(({ title, text, category, classified }) => (classified ? [{ title, text, category, at: classified.at }] : []))
}
