import { correctedCases } from '@server/modules/cases'
import type { Sample } from '../classify/train'
import type { StoredModel } from '../model.model'
import { codesFor } from '../propose'
import { type Trained, train } from '../train-task'
import { useModel } from './activate-model'
import { samplesOf } from './retrain'
import { storeModel } from './store-model'

const MOST_CORRECTED = 20_000

/**
 * Learns from a labelled file, from the deployment's own corrected cases, or from both, and keeps the model. Labels that
 * are neither in the map nor ours are learned all the same, and propose nothing.
 */
export const learnFromFile = async (options: {
  samples: Sample[]
  map: Readonly<Record<string, string>>
  corrected: boolean
  activate: boolean
}): Promise<{ stored: StoredModel; trained: Trained }> => {
  const { samples, map, corrected, activate } = options
  const cases = corrected ? await correctedCases({ limit: MOST_CORRECTED }) : []
  // A file in its own words and our cases have different labels for one thing: they are brought together before.
  const codes = codesFor([...new Set(samples.map(({ label }) => label))], map)
  const own = samplesOf(cases)
  const brought = own.length === 0 ? samples : samples.map(({ text, label }) => ({ text, label: codes.get(label) ?? label }))
  const trained = train({ samples: [...brought, ...own] })
  const stored = await storeModel({
    trained,
    codes: codesFor(trained.labels, own.length === 0 ? map : {}),
    corrected: own.length,
    correctedUpTo: cases[0]?.at ?? null,
  })
  if (activate) await useModel(stored._id)
  return { stored, trained }
}
