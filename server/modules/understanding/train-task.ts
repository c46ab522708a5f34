import { evaluate, type Figures } from './classify/evaluate'
import { packModel, unpackModel } from './classify/model'
import { slimModel } from './classify/slim'
import { learn, type Sample } from './classify/train'
import { codesFor, type Learned, propose } from './propose'

/** Something to learn from; with `held`, what is learned is compared with what there is. All of it can be sent to a worker. */
export interface TrainTask {
  samples: Sample[]
  /** Kept apart for the comparison, with our categories as labels; learned from afterwards. */
  held?: Sample[]
  /** The model in use; null: the words alone. */
  rival?: { bytes: Uint8Array; codes: [label: string, code: string][] } | null
}
export interface Trained {
  bytes: Uint8Array
  labels: string[]
  messages: number
  /** On messages of the samples, a third of which was held out in turn: a little worse than what all of them together give. */
  figures: Pick<Figures, 'macroF1' | 'accuracy'>
  /** Macro-F1 of the new and of the present one on `held`. */
  comparison: { fresh: number; present: number } | null
}

/** What a model may weigh. */
export const MOST_BYTES = 3 * 1024 * 1024

const trainOn = (samples: readonly Sample[]) => {
  const { model, guesses } = learn(samples)
  const { macroF1, accuracy } = evaluate(samples, guesses)
  const bytes = packModel(slimModel(model, MOST_BYTES))
  return { bytes, labels: model.labels, figures: { macroF1, accuracy } }
}

const scoreOn = (held: readonly Sample[], learned: Learned | undefined): number =>
  evaluate(
    held,
    held.map(({ text }) => propose({ text, learned }).categories[0]?.value ?? ''),
  ).macroF1

const compare = (task: Required<TrainTask>): Trained['comparison'] => {
  const { samples, held, rival } = task
  const { bytes, labels } = trainOn(samples)
  const present = rival ? { model: unpackModel(Buffer.from(rival.bytes)), codes: new Map(rival.codes) } : undefined
  return {
    // What is measured is what would be used.
    fresh: scoreOn(held, { model: unpackModel(bytes), codes: codesFor(labels, {}) }),
    present: scoreOn(held, present),
  }
}

/** Learns, and compares when asked to. Throws RangeError when there is too little to learn from. Takes seconds to minutes. */
export const train = (task: TrainTask): Trained => {
  const { samples, held = [], rival = null } = task
  const comparison = held.length > 0 ? compare({ samples, held, rival }) : null
  const all = [...samples, ...held]
  return { ...trainOn(all), messages: all.length, comparison }
}
