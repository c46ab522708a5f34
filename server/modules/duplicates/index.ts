/** Duplicates: the same matter brought more than once; found by words, place and time, and handled together. */
import type { Job } from '@server/platform/jobs'
import type { Model } from 'mongoose'
import { compareWaiting } from './commands/compare-waiting'
import { removeOldFingerprints } from './commands/take-fingerprints'
import { duplicateAbilities } from './duplicates.abilities'
import { PairModel } from './pair.model'

export { duplicateListener } from './duplicates.listener'
export { duplicateHandlers } from './duplicates.routes'
export { countUncompared } from './uncompared.model'

/** What cases asks of duplicates. */
export const duplicatePorts = { abilities: duplicateAbilities }

/** The collection whose documents carry events of this module, for the relay. */
export const duplicateCarriers = [PairModel] as unknown as Model<never>[]

export const duplicateJobs: Job[] = [
  { name: 'compare new cases with others', every: '5 seconds', run: compareWaiting },
  { name: 'remove old fingerprints', every: '1 day', run: removeOldFingerprints },
]
