import type { Assignment } from '@server/modules/cases'
import { toLocalIso } from '@server/modules/deadlines'
import type { AssignmentView, DutyView, RoutingView } from '@shared/dispatch/routing'
import type { Duty } from '../duty/duty.model'
import type { OnDuty } from '../duty/on-duty'
import type { RoutingRulesDocument } from './routing-rules.model'

/** A version of rules, for the centre. */
export const presentRouting = (doc: RoutingRulesDocument): RoutingView => ({
  id: doc._id.toHexString(),
  regionCode: doc.regionCode,
  version: doc.version,
  state: doc.state,
  rules: doc.rules,
  weights: doc.weights,
  silenceHours: doc.silenceHours,
  silenceHoursHighRisk: doc.silenceHoursHighRisk,
  note: doc.note,
  savedBy: doc.savedBy.name,
  savedAt: toLocalIso(doc.savedAt),
})

/** Why somebody has a case, without the ids of those who came into question. */
export const presentAssignment = ({ at, by, rule, version, chosen, why, candidates }: Assignment): AssignmentView => ({
  at: toLocalIso(at),
  by,
  rule,
  version,
  chosen,
  why,
  candidates: candidates.map(({ name, score, parts }) => ({ name, score, parts })),
})

/** A roster with names, and who would be called now. */
export const presentDuty = (options: {
  regionCode: string
  entries: Duty['entries']
  names: ReadonlyMap<string, string>
  now: OnDuty[]
  people: DutyView['people']
}): DutyView => ({
  regionCode: options.regionCode,
  entries: options.entries.map(({ personId, from, until }) => ({
    personId,
    name: options.names.get(personId) ?? '',
    from: toLocalIso(from),
    until: toLocalIso(until),
  })),
  now: options.now,
  people: options.people,
})
