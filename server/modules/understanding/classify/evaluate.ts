import type { Sample } from './train'

export interface ClassFigures {
  label: string
  messages: number
  precision: number
  recall: number
  f1: number
}
export interface Figures {
  accuracy: number
  /** The mean of the classes' F1: every class counts the same, however many messages it has. */
  macroF1: number
  classes: ClassFigures[]
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)

/** How well guesses meet the labels. Classes are those of the labels; a guess of another is simply wrong. */
export const evaluate = (samples: readonly Sample[], guesses: readonly string[]): Figures => {
  const labels = [...new Set(samples.map((sample) => sample.label))].sort()
  const count = (holds: (truth: string, guessed: string) => boolean): number =>
    samples.filter((sample, i) => holds(sample.label, guesses[i] ?? '')).length
  const classes = labels.map((label) => {
    const right = count((truth, guessed) => truth === label && guessed === label)
    const messages = count((truth) => truth === label)
    const guessed = count((_, one) => one === label)
    return { label, messages, precision: share(right, guessed), recall: share(right, messages), f1: share(2 * right, guessed + messages) }
  })
  return {
    accuracy: share(
      count((truth, guessed) => truth === guessed),
      samples.length,
    ),
    macroF1: share(
      classes.reduce((sum, { f1 }) => sum + f1, 0),
      classes.length,
    ),
    classes,
  }
}
