import { inTransaction } from '@server/platform/database'
import { spendMarks } from '@server/platform/spent-marks'
import type { Brief, StoredEvidence } from '../brief.model'
import { dropResidents } from '../queries/residents'
import { changeOfText } from '../signatures'
import { type Change, writeChange } from './write-change'

/** Takes evidence out of a brief, out of every claim that rests on it, and with it whose words it held. */
export const dropEvidence = async (options: {
  brief: Brief
  isGone: (evidence: StoredEvidence) => boolean
  history?: Change['history']
}): Promise<Brief> => {
  const { brief, isGone, history = [] } = options
  const dropped = brief.evidence.filter(isGone)
  const gone = new Set(dropped.map(({ id }) => id))
  if (gone.size === 0) return brief
  const without = (claims: Brief['situation']) =>
    claims.map((claim) => ({ ...claim, evidenceIds: claim.evidenceIds.filter((id) => !gone.has(id)) }))
  const change = changeOfText(brief, {
    evidence: brief.evidence.filter(({ id }) => !gone.has(id)),
    situation: without(brief.situation),
    causes: without(brief.causes),
    suggestions: without(brief.suggestions),
  })
  return inTransaction(async (session) => {
    await spendMarks(
      dropped.map(({ request }) => request),
      session,
    )
    await dropResidents({ briefId: brief._id.toHexString(), evidenceIds: [...gone], session })
    return writeChange({ brief, change: { ...change, history: [...history, ...(change.history ?? [])] }, session })
  })
}
