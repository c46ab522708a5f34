import { type Case, centreQueue, findCases, moveCase } from '@server/modules/cases'
import { Conflict, InvalidInput } from '@server/platform/errors'
import type { Avoidance } from '../avoidance.model'
import { handlerOf } from '../avoidance.policy'
import { CHANGED_HANDS } from '../avoidance-words'
import { findBestDesk } from '../queries/find-best-desk'
import { subjectOf, tiedTo } from '../queries/tied-to'
import { whyMediator } from '../why'

/** Desks may fill up, and the case may be written to, while somebody is looked for. */
const TRIES = 10

type Target = { assigneeId?: string; organisationId?: string; reason: string }

/** Everyone who has something to do with it, or gave it away before. */
const barred = async (doc: Case): Promise<string[]> => [
  ...doc.parties.map((party) => party.personId),
  ...(doc.avoid ?? []),
  ...doc.pastOwners,
  ...(await tiedTo(await subjectOf(doc))),
]

const targetFor = async (doc: Case, named: string | null, tried: string[]): Promise<Target | undefined> => {
  if (named !== null && !tried.includes(named)) return { assigneeId: named, reason: CHANGED_HANDS }
  const { regionCode, kind, category } = doc
  const found = await findBestDesk({ regionCode, category, excludePersonIds: [...(await barred(doc)), ...tried] })
  if (found) {
    const why = whyMediator({ ...found, kind, category, wished: false })
    return { assigneeId: found.desk.personId, reason: `${CHANGED_HANDS}：${why}` }
  }
  const centre = await centreQueue(regionCode)
  return centre ? { organisationId: centre.id, reason: `${CHANGED_HANDS}，由${centre.name}安排` } : undefined
}

/**
 * Gives a case to somebody else after avoidance was granted: to whom the centre named, else to whoever fits best and has
 * room, else to the centre's queue. Does nothing when the case is with somebody else already, so that a decision whose
 * process was killed is carried out when its event is heard.
 */
export const handOver = async ({ avoidance }: { avoidance: Avoidance }): Promise<void> => {
  const { caseId, mediatorId, assigneeId } = avoidance
  const tried: string[] = []
  for (let tries = 0; tries < TRIES; tries += 1) {
    const [doc] = await findCases([caseId])
    if (!doc || handlerOf(doc)?.id !== mediatorId) return
    const target = await targetFor(doc, assigneeId, tried)
    if (!target) return
    try {
      await moveCase({ actor: 'system', caseId, input: { move: 'transfer', revision: doc.revision, ...target } })
      return
    } catch (error) {
      // Somebody moved it, or the desk has filled up: it is looked at once more.
      if (!(error instanceof InvalidInput) && !(error instanceof Conflict)) throw error
      if (error instanceof InvalidInput && target.assigneeId) tried.push(target.assigneeId)
    }
  }
}
