import { clock } from '@server/platform/clock'
import { readBatch } from '@server/platform/read-batch'
import type { CaseKind } from '@shared/cases/words'
import type { mongo } from 'mongoose'
import { type Fingerprint, FingerprintModel } from '../fingerprint.model'
import { ENDED_MS, LOOK_BACK_MS, NEAR_METRES, REPEAT_MS } from '../similar.policy'

/** At most so many are looked at: those nearest by, those with the same telling words, those of the same person. */
const BY_PLACE = 60
const BY_WORDS = 100
const BY_PERSON = 40

export interface Looking {
  kind: CaseKind
  township: string
  keys: readonly number[]
  point?: Fingerprint['point'] | undefined
  personIds: readonly string[]
}

type Filter = mongo.Filter<Fingerprint>

/** What is compared of another case. By its keys it was found; they are half of it, and nobody reads them. */
const COMPARED = { regionCode: 1, point: 1, at: 1, personIds: 1, terms: 1, marks: 1, endedAt: 1 } as const
export type Candidate = Pick<Fingerprint, '_id' | keyof typeof COMPARED>

const since = (ms: number) => ({ $gte: new Date(clock.ms() - ms) })
const recent = (): Filter => ({ at: since(LOOK_BACK_MS), endedAt: { $not: { $lt: new Date(clock.ms() - ENDED_MS) } } })
const find = (filter: object, limit: number, sort?: { at: -1 }): Promise<Candidate[]> =>
  readBatch<Fingerprint, Candidate>({
    collection: FingerprintModel.collection.name,
    filter: filter as Filter,
    projection: COMPARED,
    limit,
    ...(sort ? { sort } : {}),
  })
const NEWEST = { at: -1 } as const
const NOBODY: Promise<Candidate[]> = Promise.resolve([])

const byPlace = ({ kind, point }: Looking): Promise<Candidate[]> =>
  point ? find({ kind, point: { $near: { $geometry: point, $maxDistance: NEAR_METRES } }, ...recent() }, BY_PLACE) : NOBODY

const byWords = ({ kind, township, keys }: Looking): Promise<Candidate[]> =>
  keys.length > 0 ? find({ kind, township, keys: { $in: [...keys] }, ...recent() }, BY_WORDS, NEWEST) : NOBODY

const byPerson = ({ personIds }: Looking): Promise<Candidate[]> =>
  personIds.length > 0 ? find({ ...recent(), personIds: { $in: [...personIds] }, at: since(REPEAT_MS) }, BY_PERSON, NEWEST) : NOBODY

/** Cases that may be of one matter with another, at most two hundred, each once. */
export const findCandidates = async (looking: Looking): Promise<Candidate[]> => {
  const found = await Promise.all([byPlace(looking), byWords(looking), byPerson(looking)])
  return [...new Map(found.flat().map((print) => [print._id.toHexString(), print])).values()]
}
