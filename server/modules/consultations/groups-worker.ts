import { parentPort, workerData } from 'node:worker_threads'
import { findGroups } from './groups'
import { type PackedVotes, votesOf } from './packed-votes'

// A thread of its own: tens of thousands of voters take seconds of pure arithmetic, and the service has to go on answering.
parentPort?.postMessage(findGroups(votesOf(workerData as PackedVotes)))
