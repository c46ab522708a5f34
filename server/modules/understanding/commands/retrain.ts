import { correctedCases, countCorrected } from '@server/modules/cases'
import { clock } from '@server/platform/clock'
import { isDuplicate } from '@server/platform/database'
import { seeded, shuffled } from '../classify/svm'
import type { Sample } from '../classify/train'
import { modelCollection, type StoredModel } from '../model.model'
import { codesFor } from '../propose'
import { trainApart } from '../train-apart'
import type { Trained, TrainTask } from '../train-task'
import { trainings } from '../training.model'
import { useModel } from './activate-model'
import { storeModel } from './store-model'

const WEEK_MS = 7 * 24 * 60 * 60 * 1000
const LEAST_NEW = 200
/** The newest are enough, and as many as a machine learns from in a minute or two. */
const MOST_SAMPLES = 3000
/** A category with fewer examples cannot be learned. */
const LEAST_OF_A_KIND = 5
const HELD_SHARE = 0.2

/** Corrected cases as something to learn from; rare categories are left to the words. */
export const samplesOf = (cases: readonly { title: string; text: string; category: string }[]): Sample[] => {
  const count = new Map<string, number>()
  for (const { category } of cases) count.set(category, (count.get(category) ?? 0) + 1)
  return cases
    .filter(({ category }) => (count.get(category) ?? 0) >= LEAST_OF_A_KIND)
    .map(({ title, text, category }) => ({ text: `${title}\n${text}`, label: category }))
}

/** Once a week, in one process: whoever writes the new date does it. */
const takeTurn = async (): Promise<boolean> => {
  const now = clock.now()
  try {
    const { matchedCount, upsertedCount } = await trainings().updateOne(
      { _id: 'retrain', at: { $lte: new Date(now.getTime() - WEEK_MS) } },
      { $set: { at: now } },
      { upsert: true },
    )
    return matchedCount + upsertedCount === 1
  } catch (error) {
    if (isDuplicate(error)) return false
    throw error
  }
}

const taskFrom = (options: { old: Sample[]; fresh: Sample[]; active: StoredModel | null }): TrainTask => {
  const { old, fresh, active } = options
  // Held out is only what the present model cannot have learned from.
  const order = shuffled(fresh.length, seeded(7))
  const count = Math.round(fresh.length * HELD_SHARE)
  const pick = (which: number[]): Sample[] => which.map((i) => fresh[i] as Sample)
  const bytes = active && Uint8Array.from((active.bytes as unknown as { buffer: Uint8Array }).buffer)
  return {
    samples: [...old, ...pick(order.slice(count))],
    held: pick(order.slice(0, count)),
    rival: active && bytes ? { bytes, codes: active.codes.map(({ label, code }) => [label, code]) } : null,
  }
}

const isBetter = ({ comparison }: Trained): boolean => comparison !== null && comparison.fresh >= comparison.present

/**
 * Learns again from the cases that staff have put right, once a week when enough are new. The new model is used only if
 * it is no worse than the present one on cases that neither has seen; it is kept in either case. Returns 1 when it learned.
 */
export const retrain = async (): Promise<number> => {
  const [newest] = await modelCollection()
    .find({ correctedUpTo: { $ne: null } }, { projection: { correctedUpTo: 1 } })
    .sort({ version: -1 })
    .limit(1)
    .toArray()
  const since = newest?.correctedUpTo ?? new Date(0)
  if ((await countCorrected({ since, most: LEAST_NEW })) < LEAST_NEW || !(await takeTurn())) return 0
  const cases = await correctedCases({ limit: MOST_SAMPLES })
  const samples = samplesOf(cases)
  const usable = new Set(samples.map(({ label }) => label))
  const kept = cases.filter(({ category }) => usable.has(category))
  if (usable.size < 2) return 0
  const isNew = (i: number): boolean => (kept[i]?.at ?? since) > since
  const active = (await modelCollection().findOne({ active: true })) as StoredModel | null
  const trained = await trainApart(
    taskFrom({ old: samples.filter((_, i) => !isNew(i)), fresh: samples.filter((_, i) => isNew(i)), active }),
  )
  const stored = await storeModel({
    trained,
    codes: codesFor(trained.labels, {}),
    corrected: samples.length,
    correctedUpTo: cases[0]?.at ?? null,
  })
  if (isBetter(trained)) await useModel(stored._id)
  return 1
}
