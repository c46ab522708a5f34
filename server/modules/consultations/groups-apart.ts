import { Worker } from 'node:worker_threads'
import { findGroups, type OpinionGroups } from './groups'
import { type PackedVotes, votesOf } from './packed-votes'

/** Fewer are computed in a moment, in less time than a thread takes to start. */
const MANY = 2000

let file: URL | undefined

/** Where the worker's program lies; without it groups are found here, which is right for scripts and wrong for a service. */
export const useOpinionWorker = (url: URL): void => {
  file = url
}

/** Finds the groups of a topic, of many voters in a thread of its own. Throws what finding them throws. */
export const groupsApart = async (votes: PackedVotes): Promise<OpinionGroups> => {
  if (!file || votes.people.length <= MANY) return findGroups(votesOf(votes))
  const worker = new Worker(file, { workerData: votes })
  return new Promise<OpinionGroups>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`Finding groups ended with ${code} and without groups`)))
  })
}
