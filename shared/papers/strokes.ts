/** Strokes of a signature, and numbers (x, y, x, y …) in one stroke and in all of them: far more than a name takes. */
export const MOST_STROKES = 60
export const MOST_IN_STROKE = 1200
/** So that the whole request stays well below what JSON may weigh. */
export const MOST_NUMBERS = 12_000
