import type { Actor } from '@server/platform/actor'
import { suppressOne } from '../suppress'
import { summarise } from './summarise'

/** How many matters were brought, of whatever kind; null where so few that somebody could be made out. */
export interface BriefCount {
  total: number | null
  previous: number | null
  from: Date
  to: Date
}

/** A number for a brief. Of disputes nothing else is ever read. Throws Forbidden outside of the actor's regions. */
export const countForBrief = async (options: {
  actor: Actor
  regionCode: string
  weeks: number
  category: string | undefined
}): Promise<BriefCount> => {
  const { actor, ...asked } = options
  const { total, previous, span } = await summarise({ actor, asked })
  return { total: suppressOne(total), previous: suppressOne(previous), from: span.from, to: span.to }
}
