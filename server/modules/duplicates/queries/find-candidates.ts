import { clock } from '@server/platform/clock'
import type { CaseKind } from '@shared/cases/words'
import type { mongo } from 'mongoose'
import { type Fingerprint, fingerprints } from '../fingerprint.model'
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

const since = (ms: number) => ({ $gte: new Date(clock.ms() - ms) })
const recent = (): Filter => ({ at: since(LOOK_BACK_MS), endedAt: { $not: { $lt: new Date(clock.ms() - ENDED_MS) } } })
const find = (filter: Filter) => fingerprints().find(filter)

const byPlace = ({ kind, point }: Looking): Promise<Fingerprint[]> =>
  point
    ? find({ kind, point: { $near: { $geometry: point, $maxDistance: NEAR_METRES } }, ...recent() } as Filter)
        .limit(BY_PLACE)
        .toArray()
    : Promise.resolve([])

const byWords = ({ kind, township, keys }: Looking): Promise<Fingerprint[]> =>
  keys.length > 0
    ? find({ kind, township, keys: { $in: [...keys] }, ...recent() } as Filter)
        .sort({ at: -1 })
        .limit(BY_WORDS)
        .toArray()
    : Promise.resolve([])

const byPerson = ({ personIds }: Looking): Promise<Fingerprint[]> =>
  personIds.length > 0
    ? find({ ...recent(), personIds: { $in: [...personIds] }, at: since(REPEAT_MS) } as Filter)
        .sort({ at: -1 })
        .limit(BY_PERSON)
        .toArray()
    : Promise.resolve([])

/** Cases that may be of one matter with another, at most two hundred, each once. */
export const findCandidates = async (looking: Looking): Promise<Fingerprint[]> => {
  const found = await Promise.all([byPlace(looking), byWords(looking), byPerson(looking)])
  return [...new Map(found.flat().map((print) => [print._id.toHexString(), print])).values()]
}
