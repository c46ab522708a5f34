import type { Case } from '@server/modules/cases'
import { leadBarOf } from '@server/modules/cases'
import { toLocalIso } from '@server/modules/deadlines'
import { regionPath } from '@server/modules/regions'
import { deidentify } from '@server/modules/understanding'
import { presentFile } from '@server/platform/files'
import { categoryName } from '@shared/cases/categories'
import { MOVES } from '@shared/cases/moves'
import type { LinkedCase, NearbyHazard, SimilarPair } from '@shared/duplicates/schemas'
import type { Nearby } from './queries/find-nearby'
import type { Linked } from './queries/list-linked'
import type { SeenPair } from './queries/load-pairs'

const MOST_WORDS = 60
const shorten = (text: string): string => {
  const letters = [...text]
  return letters.length <= MOST_WORDS ? text : `${letters.slice(0, MOST_WORDS - 1).join('')}…`
}
/** Whoever names themselves in the first sentence is not quoted. */
const namesSomebody = (text: string): boolean => /我叫|我是|本人|姓名|联系人/.test(text)

const publicWords = ({ doc, passed }: Nearby): string | null => {
  if (!passed || !doc.opinionUse || namesSomebody(doc.title)) return null
  return shorten(deidentify(doc.title))
}

/** A hazard as everybody nearby may see it: nothing of who reported it. */
export const presentNearby = (nearby: Nearby): NearbyHazard => {
  const { doc, metres, passed } = nearby
  const photo = passed && doc.opinionUse ? doc.files.find(({ mime }) => mime.startsWith('image/')) : undefined
  return {
    id: doc._id.toHexString(),
    categoryName: categoryName(doc.category),
    words: publicWords(nearby),
    regionName: regionPath(doc.regionCode),
    metres,
    reportedAt: toLocalIso(doc.createdAt),
    status: doc.status,
    people: 1 + (doc.followers ?? 0),
    photo: photo ? presentFile(photo) : null,
  }
}

const mayGoInto = (doc: Case, lead: Case): boolean =>
  MOVES.merge.from.includes(doc.status) && !doc.followers && leadBarOf(doc, lead) === undefined

const canOf = ({ pair, cases }: SeenPair): SimilarPair['can'] => {
  if (pair.state !== 'proposed') return []
  const [one, other] = cases.map(({ doc }) => doc)
  if (!one || !other) return []
  return mayGoInto(other, one) || mayGoInto(one, other) ? ['merge', 'dismiss'] : ['dismiss']
}

/** Two cases that look alike, as far as the reader handles them. */
export const presentPair = (seen: SeenPair): SimilarPair => {
  const { pair, cases } = seen
  return {
    id: pair._id.toHexString(),
    why: pair.why,
    likeness: pair.likeness,
    state: pair.state,
    cases: cases.map(({ doc }) => ({
      id: doc._id.toHexString(),
      number: doc.number,
      title: doc.title,
      status: doc.status,
      regionName: regionPath(doc.regionCode),
      assigneeName: doc.owner?.name ?? null,
      createdAt: toLocalIso(doc.createdAt),
    })),
    metres: pair.metres,
    words: pair.words,
    can: canOf(seen),
  }
}

/** A case that is handled together with another. */
export const presentLinked = ({ doc, by, unread }: Linked): LinkedCase => ({
  id: doc._id.toHexString(),
  number: doc.number,
  title: doc.title,
  by,
  status: doc.status,
  createdAt: toLocalIso(doc.createdAt),
  unread,
})
