import * as z from 'zod/mini'
import { endpoint } from '../platform/endpoint'
import { Id, itemsOf, pageOf } from '../platform/schema'
import { LinkedCase, ListSimilar, NearbyHazard, NearbyHazards, PairParams, SimilarPair, TellLinked } from './schemas'

const CaseParams = z.strictObject({ id: Id })

export const duplicateEndpoints = {
  'duplicates.nearby': endpoint({
    method: 'POST',
    path: '/api/duplicates/nearby',
    summary: 'Public hazards nearby that read like the one being written; nothing of it is kept',
    auth: 'user',
    body: NearbyHazards,
    output: itemsOf(NearbyHazard),
  }),
  'duplicates.forCase': endpoint({
    method: 'GET',
    path: '/api/cases/:id/similar',
    summary: 'Cases that look like this one, likeliest first; for its owner and the centre',
    auth: 'user',
    params: CaseParams,
    output: itemsOf(SimilarPair),
  }),
  'duplicates.list': endpoint({
    method: 'GET',
    path: '/api/similar-cases',
    summary: "Pairs that look alike in the dispatcher's regions, newest first",
    auth: 'user',
    query: ListSimilar,
    output: pageOf(SimilarPair),
  }),
  'duplicates.dismiss': endpoint({
    method: 'POST',
    path: '/api/similar-cases/:id/dismissal',
    summary: 'They are not the same: the pair is not proposed again',
    auth: 'user',
    params: PairParams,
    output: SimilarPair,
  }),
  'linked.list': endpoint({
    method: 'GET',
    path: '/api/cases/:id/linked',
    summary: 'The cases that are handled together with this one; for the staff',
    auth: 'user',
    params: CaseParams,
    output: itemsOf(LinkedCase),
  }),
  'linked.tell': endpoint({
    method: 'POST',
    path: '/api/cases/:id/linked/messages',
    summary: 'The owner says something to every applicant of the matter, each in their own room',
    auth: 'user',
    params: CaseParams,
    body: TellLinked,
    output: z.strictObject({ told: z.int() }),
    status: 201,
    key: 'accepted',
  }),
}
