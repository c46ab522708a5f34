import { type Assignment, type CasePorts, centreQueue, type Routed, type RouteRequest } from '@server/modules/cases'
import { clock } from '@server/platform/clock'
import type { RoutingRule } from '@shared/dispatch/routing'
import type { DeskBoard } from '../fit/desk-board'
import { takesOf } from '../fit/desk-board'
import { deskBoard } from '../fit/desk-memory'
import { candidatesOf, type Fit, rankDesks, servingCodes } from '../fit/fit'
import { languagesIn } from '../fit/languages'
import { today } from '../fit/today'
import { tiedTo } from '../queries/tied-to'
import { nearestOrganisation } from '../routing/nearest-organisation'
import { ruleFor, searchOf } from '../routing/routing.policy'
import { type RulesInForce, rulesFor } from '../routing/rules-memory'
import { silentAtFor } from '../routing/silence'
import { PASSED_OVER, WHY_ANSWERED, WISH_REFUSED, whyMediator, whyOrganisation, whyQueue, whyRuledQueue } from '../why'
import { type Claimed, claimFirst } from './claim-desk'

interface Search {
  request: RouteRequest
  rules: RulesInForce
  rule: RoutingRule | undefined
  board: DeskBoard
  tied: string[]
}

/** What the case keeps of why it was given to whom. */
const assignmentOf = ({ rules, rule }: Search, found: { chosen: string | null; why: string; fits?: readonly Fit[] }): Assignment => ({
  at: clock.now(),
  by: 'submission',
  rule: rule?.name ?? null,
  version: rules.version,
  chosen: found.chosen,
  why: found.why,
  candidates: candidatesOf(found.fits ?? []),
})

const toQueue = async (search: Search, why: (name: string | undefined) => string, answer?: string): Promise<Routed> => {
  const owner = await centreQueue(search.request.regionCode)
  const words = why(owner?.name)
  const assignment = assignmentOf(search, { chosen: owner?.name ?? null, why: words })
  return { owner, status: 'submitted', why: words, assignment: answer === undefined ? assignment : { ...assignment, answer } }
}

const toOrganisation = async (search: Search, then: Extract<RoutingRule['then'], { to: 'organisation' }>): Promise<Routed> => {
  const owner = await nearestOrganisation(then, search.request.regionCode)
  if (!owner) return toQueue(search, whyQueue)
  const why = whyOrganisation(owner.name)
  // What is with a centre waits there to be given to somebody.
  const status = owner.role === 'dispatcher' ? 'submitted' : 'assigned'
  return { owner, status, why, assignment: assignmentOf(search, { chosen: owner.name, why }) }
}

/** Whether one of these mediators would come into question for a place and a category, with room or without. */
const anyServes = ({ board, tied, request }: Search, codes: readonly string[]): boolean =>
  tied.some((personId) => {
    const desk = board.get(personId)?.desk
    return desk?.open && takesOf(desk, request.category) !== undefined && desk.regionCodes.some((code) => codes.includes(code))
  })

/** What is said before the reasons: that a wish could not be granted, or that somebody keeps away; never both, for that would tell who. */
const prefixFor = (search: Search, wished: boolean, codes: readonly string[]): string => {
  if (wished) return ''
  if (search.request.preferredMediatorId !== undefined) return WISH_REFUSED
  return anyServes(search, codes) ? PASSED_OVER : ''
}

/** The mediator whom the applicant asks for comes first, if that one serves the place, takes the category and has room. */
const wishFirst = (fits: readonly Fit[], all: readonly Fit[], wish: string | undefined): readonly Fit[] => {
  const wished = wish === undefined ? undefined : all.find((fit) => fit.place.desk.personId === wish)
  return wished ? [wished, ...fits.filter((fit) => fit.place.desk.personId !== wish)] : fits
}

const toMediator = async (search: Search): Promise<Routed> => {
  const { request, rules, rule, board, tied } = search
  const { regionCode, kind, category, risk, location, preferredMediatorId: wish } = request
  const codes = servingCodes(regionCode)
  const wanted = { regionCode, category, location, languages: languagesIn(request.text, { board, codes }) }
  const exclude = new Set([...request.excludePersonIds, ...tied])
  const rank = (search: Parameters<typeof rankDesks>[0]['rules']) =>
    rankDesks({ board, wanted, rules: search, date: today().date, exclude })
  const fits = rank(searchOf(rules, rule))
  // A wish counts wherever in the region the mediator works, whatever a rule says of specialists.
  const ordered = wishFirst(fits, wish === undefined ? fits : rank({ weights: rules.weights }), wish)
  const found = await claimFirst(ordered)
  const isWished = found !== undefined && found.claimed.desk.personId === wish
  const prefix = prefixFor(search, isWished, codes)
  if (!found) return toQueue(search, (name) => prefix + whyQueue(name))
  const { desk, code }: Claimed = found.claimed
  const why = prefix + whyMediator({ desk, code, kind, category, wished: isWished })
  return {
    owner: { type: 'person', id: desk.personId, name: desk.name, role: 'mediator' },
    status: 'assigned',
    why,
    assignment: { ...assignmentOf(search, { chosen: desk.name, why, fits: ordered }), ...(isWished ? { wished: true } : {}) },
    silentAt: silentAtFor({ rules, risk, from: clock.now() }),
  }
}

/**
 * Finds whose case it is by the rules of the place. To a mediator: whoever fits best and has room, with a place taken at
 * that desk in one write; the one whom the applicant asks for comes first, and whoever is close to the case is passed
 * over. Nobody: the queue of the governance centre.
 */
export const routeCase: CasePorts['route'] = async (request) => {
  const { regionCode, about } = request
  const [rules, board, tied] = await Promise.all([rulesFor(regionCode), deskBoard(servingCodes(regionCode)), tiedTo(about)])
  const rule = ruleFor(rules.rules, request)
  const search: Search = { request, rules, rule, board, tied }
  if (rule?.then.to === 'organisation') return toOrganisation(search, rule.then)
  if (rule?.then.to === 'queue') return toQueue(search, whyRuledQueue)
  if (rule?.then.to === 'answer') return toQueue(search, () => WHY_ANSWERED, rule.then.text)
  return toMediator(search)
}
