/** What a person wrote, as insight looks at it: who and when matter only for counting. */
export interface Message {
  id: string
  /** Whoever wrote it: thirty messages of one writer are one person. */
  user: string
  at: Date
  title: string
  text: string
  /** How many others have said that they agree, or that they do not. */
  support: number
  opposition: number
  /** The code of the region that it is known to be from; without it, what the words name counts. */
  region?: string
}

export const DAY_MS = 24 * 3600 * 1000
/** The number of the day, in the city's own time, since a fixed one. */
export const dayOf = (at: Date, offsetMs: number): number => Math.floor((at.getTime() + offsetMs) / DAY_MS)
