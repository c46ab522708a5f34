import { findQueued, findUnaccepted, type WaitingCase } from '@server/modules/cases'
import { organisationsIn } from '@server/modules/identity'
import { isHighRisk } from '@shared/cases/words'
import type { Desk } from '../desk.model'
import { deskBoard } from '../fit/desk-memory'
import { servingCodes } from '../fit/fit'
import { languagesIn } from '../fit/languages'
import { barredFrom } from '../queries/find-successor'
import { ruleFor, searchOf } from '../routing/routing.policy'
import { rulesFor } from '../routing/rules-memory'
import type { Waiting } from './morning.policy'

/** In one morning; the next goes on. */
const MOST = 2000

/** Undefined for what a rule keeps with the centre, or sends elsewhere. */
const waitingOf = async (doc: WaitingCase): Promise<Waiting | undefined> => {
  const { regionCode, kind, category, risk = 'D', location, owner, text } = doc
  const rules = await rulesFor(regionCode)
  const rule = ruleFor(rules.rules, { regionCode, kind, category, risk })
  const from = owner?.type === 'person' ? owner.id : null
  const latest = doc.assignments?.at(-1)
  const isMeant = from !== null && (latest?.by === 'hand' || latest?.wished === true)
  if (isMeant || (rule && rule.then.to !== 'mediator')) return undefined
  const codes = servingCodes(regionCode)
  const languages = languagesIn(text, { board: await deskBoard(codes), codes })
  return {
    caseId: doc._id.toHexString(),
    from,
    pressing: isHighRisk(risk),
    wanted: { regionCode, category, location: location?.coordinates, languages },
    rules: searchOf(rules, rule),
    exclude: new Set(await barredFrom(doc)),
  }
}

/** What waits in the centres' queues, and on desks that might have too much; not what the centre itself has given to somebody, or their applicant asked for. */
export const findWaitingCases = async (desks: readonly Desk[]): Promise<Waiting[]> => {
  const centres = await organisationsIn({ kind: 'centre' })
  const busy = desks.filter((desk) => desk.load > 1).map((desk) => desk.personId)
  const queued = await findQueued({ organisationIds: centres.map(({ id }) => id), limit: MOST })
  const unaccepted = await findUnaccepted({ personIds: busy, limit: MOST })
  const found: Waiting[] = []
  for (const doc of [...queued, ...unaccepted]) {
    const waiting = await waitingOf(doc)
    if (waiting) found.push(waiting)
  }
  return found
}
