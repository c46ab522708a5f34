/** The marks of a judgement, in the order in which their counts stand. */
export const SCORES = [5, 4, 3, 2, 1] as const
