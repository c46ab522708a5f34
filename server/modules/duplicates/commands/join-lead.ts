import { type Case, casesById, moveCase, recordCaseEvent } from '@server/modules/cases'
import { AppError, Conflict } from '@server/platform/errors'
import { isPublicMatter, isSamePlace } from '../similar.policy'

const REFUSED = 'joinRefused'

/** The case that leads the matter which somebody wanted to join; undefined when there is none to be joined any more. */
const leadFor = async (doc: Case): Promise<Case | undefined> => {
  const { joinId } = doc
  if (joinId === undefined) return undefined
  const named = (await casesById([joinId])).get(joinId)
  const lead = named?.leadId === undefined ? named : (await casesById([named.leadId])).get(named.leadId)
  if (!lead || !isPublicMatter(lead) || doc.kind !== lead.kind) return undefined
  const isThere = isSamePlace({ regionCode: doc.regionCode, point: doc.location }, { regionCode: lead.regionCode, point: lead.location })
  return isThere ? lead : undefined
}

const refuse = async (doc: Case): Promise<void> => {
  try {
    await recordCaseEvent({
      caseId: doc._id.toHexString(),
      where: { 'timeline.type': { $ne: REFUSED } },
      entry: {
        type: REFUSED,
        by: { personId: null, name: '', side: 'system' },
        text: '提交人选了与附近的隐患一起反映，但那件事已经办完或不在这里，按单独的事项办理',
        audience: ['staff'],
      },
    })
  } catch (error) {
    if (!(error instanceof Conflict)) throw error
  }
}

/** Merges a new hazard into the one that its author said it is; when that is not to be, it goes on as any other. */
export const joinLead = async (doc: Case): Promise<void> => {
  if (doc.joinId === undefined || doc.leadId !== undefined || doc.timeline.some(({ type }) => type === 'merge')) return
  const lead = await leadFor(doc)
  if (!lead) return refuse(doc)
  try {
    await moveCase({ actor: 'system', caseId: doc._id.toHexString(), input: { move: 'merge', leadId: lead._id.toHexString() } })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    await refuse(doc)
  }
}
