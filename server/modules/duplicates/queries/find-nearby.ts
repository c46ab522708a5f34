import { type Case, casesById } from '@server/modules/cases'
import { passedSubjects } from '@server/modules/moderation'
import { regionByPoint, regionExists } from '@server/modules/regions'
import { clock } from '@server/platform/clock'
import { InvalidInput } from '@server/platform/errors'
import type { NearbyHazards } from '@shared/duplicates/schemas'
import type { Fingerprint } from '../fingerprint.model'
import { likenessTo } from '../likeness/likeness'
import { marksOf } from '../likeness/marks'
import { KEYS, tellingTerms } from '../likeness/rarity'
import { termsOf } from '../likeness/terms'
import { knownRarity } from '../rarity-memory'
import { ALIKE_TO_WRITER, isPublicMatter, metresBetween, placesOf, townshipOf } from '../similar.policy'
import { type Candidate, findCandidates } from './find-candidates'

const MOST_SHOWN = 3

/** A public hazard near somebody who writes. */
export interface Nearby {
  doc: Case
  metres: number | null
  /** Its words and its photo have been looked at and may be seen by everybody. */
  passed: boolean
}

/** What is being written, as if it had been submitted; nothing of it is stored. */
type Draft = Pick<Fingerprint, 'regionCode' | 'point' | 'at' | 'personIds'>

const draftOf = ({ location, regionCode }: NearbyHazards): Draft => {
  const region = (location && regionByPoint(location.coordinates)?._id) ?? regionCode
  if (region === undefined) throw InvalidInput.field('location', 'outside', '这个位置不在服务范围内')
  if (!regionExists(region)) throw InvalidInput.field('regionCode', 'unknown_region', '没有这个地区')
  return { regionCode: region, ...(location ? { point: location } : {}), at: clock.now(), personIds: [] }
}

const alike = async (text: string, draft: Draft): Promise<Candidate[]> => {
  const rarity = await knownRarity()
  const terms = termsOf(text)
  const likenessOf = likenessTo({ terms, marks: marksOf(text) }, rarity)
  const candidates = await findCandidates({
    kind: 'hazard',
    township: townshipOf(draft.regionCode),
    keys: tellingTerms(terms, rarity, KEYS),
    point: draft.point,
    personIds: [],
  })
  return candidates
    .filter((other) => other.endedAt === null)
    .map((other) => ({ other, likeness: likenessOf({ terms: other.terms.buffer, marks: other.marks }) }))
    .filter(({ other, likeness }) => likeness >= ALIKE_TO_WRITER[placesOf(draft, other)])
    .sort((one, two) => two.likeness - one.likeness)
    .map(({ other }) => other)
    .slice(0, MOST_SHOWN * 3)
}

/** The cases that lead their matters: what was merged is shown as the one with which it is handled. */
const leadsOf = async (ids: string[]): Promise<Case[]> => {
  const docs = await casesById(ids)
  const leads = await casesById([...docs.values()].flatMap((doc) => doc.leadId ?? []))
  const found = ids.flatMap((id) => {
    const doc = docs.get(id)
    return (doc?.leadId === undefined ? doc : leads.get(doc.leadId)) ?? []
  })
  const once = new Map(found.map((doc) => [doc._id.toHexString(), doc]))
  return [...once.values()].filter(isPublicMatter)
}

/** Public hazards nearby that read like what somebody is writing, likeliest first. Only hazards: disputes are nobody else's business. */
export const findNearby = async (body: NearbyHazards): Promise<Nearby[]> => {
  const draft = draftOf(body)
  const prints = await alike(body.text, draft)
  const docs = (await leadsOf(prints.map((print) => print._id.toHexString()))).slice(0, MOST_SHOWN)
  const open = docs.filter((doc) => doc.opinionUse).map((doc) => doc._id.toHexString())
  const passed = await passedSubjects('hazard', open)
  return docs.map((doc) => ({
    doc,
    metres: draft.point && doc.location ? Math.round(metresBetween(draft.point.coordinates, doc.location.coordinates)) : null,
    passed: passed.has(doc._id.toHexString()),
  }))
}
