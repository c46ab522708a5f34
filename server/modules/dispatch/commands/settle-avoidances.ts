import { byOf, type Case, casesById } from '@server/modules/cases'
import { Conflict } from '@server/platform/errors'
import { isClosed } from '@shared/cases/words'
import { type Avoidance, AvoidanceModel } from '../avoidance.model'
import { ALREADY_ELSEWHERE, ALREADY_OVER } from '../avoidance-words'
import { closeAvoidance } from './close-avoidance'

/** What has become of the wish without a decision; undefined while there is something to decide. */
const outcomeOf = (doc: Case, { mediatorId }: Avoidance): { granted: boolean; decision: string } | undefined => {
  if (isClosed(doc.status)) return { granted: false, decision: ALREADY_OVER }
  if (doc.owner?.id === mediatorId) return undefined
  return { granted: true, decision: ALREADY_ELSEWHERE }
}

/** Ends open requests about cases that have gone to somebody else or are over. Goes by how the case stands now. */
export const settleAvoidances = async ({ caseIds }: { caseIds: string[] }): Promise<void> => {
  if (caseIds.length === 0) return
  const open = await AvoidanceModel.find({ caseId: { $in: caseIds }, state: 'open' }).lean<Avoidance[]>()
  const docs = await casesById(open.map((one) => one.caseId))
  for (const avoidance of open) {
    const doc = docs.get(avoidance.caseId)
    const outcome = doc && outcomeOf(doc, avoidance)
    if (!outcome) continue
    const system = { decidedBy: null, assigneeId: null, by: byOf('system', []), text: `换人的请求不用再决定：${outcome.decision}` }
    try {
      await closeAvoidance({ avoidance, ...outcome, ...system })
    } catch (error) {
      // The centre decided at this very moment: then that counts.
      if (!(error instanceof Conflict)) throw error
    }
  }
}
