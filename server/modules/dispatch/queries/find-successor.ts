import type { Assignment, Case } from '@server/modules/cases'
import { clock } from '@server/platform/clock'
import { deskBoard } from '../fit/desk-memory'
import { candidatesOf, rankDesks, servingCodes } from '../fit/fit'
import { languagesIn } from '../fit/languages'
import { today } from '../fit/today'
import { ruleFor, searchOf } from '../routing/routing.policy'
import { rulesFor } from '../routing/rules-memory'
import { whyMediator } from '../why'
import { subjectOf, tiedTo } from './tied-to'

export interface Successor {
  personId: string
  why: string
  assignment: Assignment
}

type Matter = Pick<Case, 'parties' | 'avoid' | 'pastOwners' | 'owner' | 'address'>

/** Everyone who has something to do with a case, gave it away before, or has it now. */
export const barredFrom = async (doc: Matter): Promise<string[]> => [
  ...doc.parties.map((party) => party.personId),
  ...(doc.avoid ?? []),
  ...doc.pastOwners,
  ...(doc.owner?.type === 'person' ? [doc.owner.id] : []),
  ...(await tiedTo(await subjectOf(doc))),
]

/** Whom routing would choose now, without taking a place at that desk: the move that follows takes it, if it is still there. */
export const findSuccessor = async (options: {
  doc: Case
  by: Assignment['by']
  tried: readonly string[]
}): Promise<Successor | undefined> => {
  const { doc, by, tried } = options
  const { regionCode, kind, category, risk = 'D', location, text } = doc
  const codes = servingCodes(regionCode)
  const [rules, board, barred] = await Promise.all([rulesFor(regionCode), deskBoard(codes), barredFrom(doc)])
  const rule = ruleFor(rules.rules, { regionCode, kind, category, risk })
  const fits = rankDesks({
    board,
    wanted: { regionCode, category, location: location?.coordinates, languages: languagesIn(text, { board, codes }) },
    rules: searchOf(rules, rule),
    date: today().date,
    exclude: new Set([...barred, ...tried]),
  })
  const best = fits[0]
  if (!best) return undefined
  const { desk } = best.place
  const why = whyMediator({ desk, code: best.code, kind, category, wished: false })
  const assignment: Assignment = {
    at: clock.now(),
    by,
    rule: rule?.then.to === 'mediator' ? rule.name : null,
    version: rules.version,
    chosen: desk.name,
    why,
    candidates: candidatesOf(fits),
  }
  return { personId: desk.personId, why, assignment }
}
