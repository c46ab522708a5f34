import { type Case, clockOf, deadlinesBy, findCase, openCases, recordCaseEvent } from '@server/modules/cases'
import { noteApplied, rulesOf, rulesToApply, rulesVersion } from '@server/modules/deadlines'
import { clock } from '@server/platform/clock'
import { Conflict } from '@server/platform/errors'

const TRIES = 5

const isBy = (doc: Pick<Case, 'deadlines'>, version: number): boolean => doc.deadlines.every((one) => !one.open || one.version === version)

/** One case by the new rules; whoever writes into it meanwhile is not overwritten. */
const apply = async (caseId: string, version: number): Promise<boolean> => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const doc = await findCase(caseId)
    if (!doc.open || isBy(doc, version)) return true
    const deadlines = deadlinesBy({ doc, nature: doc, rules: rulesOf(version), version, now: clock.now() })
    try {
      await recordCaseEvent({
        caseId,
        where: { changes: doc.changes },
        set: { ...clockOf(deadlines, doc.status === 'suspended') },
        entry: {
          type: 'deadline.changed',
          by: { personId: null, name: '', side: 'system' },
          text: '时限规则有调整，办理时限已重新计算',
          audience: ['staff'],
        },
      })
      return true
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
    }
  }
  return false
}

/**
 * Computes open cases anew by rules that were put into force with the wish to touch them; answers of how many. A job:
 * a killed run is taken up by the next one, for a case that is done has the version in its deadlines.
 */
export const applyRules = async (): Promise<number> => {
  const version = await rulesToApply()
  // This process has not heard of the version yet: at the next run it has.
  if (version === undefined || version !== rulesVersion()) return 0
  let [count, whole] = [0, true]
  for await (const { _id } of openCases({ otherThan: version })) {
    if (await apply(_id.toHexString(), version)) count += 1
    else whole = false
  }
  if (whole) await noteApplied(version)
  return count
}
