import { hidesName } from '@server/modules/cases'
import { toLocalIso } from '@server/modules/deadlines'
import { presentFile } from '@server/platform/files'
import type { JudicialView, ObligationsView, ObligationView } from '@shared/obligations/schemas'
import { daysUntil, today } from './days'
import type { Judicial } from './judicial.model'
import type { Obligation } from './obligation.model'
import { obligationMoves, type Standing } from './obligations.policy'
import { VEILED } from './texts'

const isOverdue = ({ state, dueOn }: Obligation): boolean => state === 'open' && daysUntil(dueOn) < 0

/** An obligation for one reader. `names`: of the case's parties, by party id. */
export const presentObligation = (options: {
  obligation: Obligation
  standing: Standing
  names: ReadonlyMap<string, string>
}): ObligationView => {
  const { obligation, standing, names } = options
  const { _id, caseId, paperId, fromPartyId, toPartyId, what, amountCents, dueOn } = obligation
  const { part, parts, state, revision, note, files, claimedAt, doneAt, voidAt } = obligation
  const { doc, actor } = standing
  const party = (partyId: string) => ({ partyId, name: hidesName(doc, actor, partyId) ? VEILED : (names.get(partyId) ?? '') })
  return {
    id: _id.toHexString(),
    caseId: caseId.toHexString(),
    paperId,
    from: party(fromPartyId),
    to: party(toPartyId),
    what,
    amountCents,
    dueOn,
    overdue: isOverdue(obligation),
    past: voidAt !== null,
    part,
    parts,
    state,
    revision,
    note,
    files: files.map(presentFile),
    claimedAt: claimedAt && toLocalIso(claimedAt),
    doneAt: doneAt && toLocalIso(doneAt),
    can: obligationMoves({ standing, obligation, today: today() }),
  }
}

/** How judicial confirmation stands, and how long it can be asked for. */
export const presentJudicial = (judicial: Judicial, paperId: string | null): JudicialView => {
  const { state, lastDay, court, courtNumber } = judicial
  return { state, lastDay, daysLeft: Math.max(0, daysUntil(lastDay)), court, courtNumber, paperId }
}

const sum = (obligations: readonly Obligation[]): number => obligations.reduce((total, one) => total + (one.amountCents ?? 0), 0)

/**
 * What the agreement in force promises, and what became of it; what the other side let them off is neither done nor
 * open. An agreement that was replaced is history: the later one says what is still to be done.
 */
export const totalsOf = (all: readonly Obligation[]): ObligationsView['totals'] => {
  const obligations = all.filter(({ voidAt }) => !voidAt)
  return {
    promisedCents: sum(obligations),
    doneCents: sum(obligations.filter(({ state }) => state === 'done')),
    openCents: sum(obligations.filter(({ state }) => state === 'open' || state === 'claimed')),
    overdueCents: sum(obligations.filter(isOverdue)),
  }
}
