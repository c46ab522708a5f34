import { type Case, clockOf, findLit, recordCaseEvent, type TimelineEntry } from '@server/modules/cases'
import { addWorkingHours, rulesOf } from '@server/modules/deadlines'
import { regionName } from '@server/modules/regions'
import { clock } from '@server/platform/clock'
import { Conflict } from '@server/platform/errors'
import { type DomainEvent, newEvent } from '@server/platform/outbox'
import { DEADLINE_NAMES } from '@shared/deadlines/limits'
import { nextSupervisors } from '../queries/next-supervisors'

const BATCH = 100

type Deadline = Case['deadlines'][number]
interface Told {
  deadline: Deadline
  /** The colour to which its light has just turned. */
  turned?: 'yellow' | 'red'
  /** The region above that hears of it now. */
  above?: string
  text?: string
}

const escalateAfter = ({ version }: Deadline, now: Date): Date => addWorkingHours({ from: now, hours: rulesOf(version).escalateHours })

/** Still red: the next level above is told, until nobody is left. */
const escalate = async (doc: Case, deadline: Deadline, now: Date): Promise<Told> => {
  const { escalateAt, ...rest } = deadline
  const region = await nextSupervisors({ regionCode: doc.regionCode, told: deadline.escalatedTo })
  if (region === undefined) return { deadline: rest }
  return {
    deadline: { ...rest, escalatedTo: region, escalateAt: escalateAfter(deadline, now) },
    above: region,
    text: `${DEADLINE_NAMES[deadline.kind]}已过仍未完成，已报${regionName(region)}督查`,
  }
}

/** What has become of one deadline: nothing, a yellow light, a red one, or the next level above. */
const look = async (doc: Case, deadline: Deadline, now: Date): Promise<Told> => {
  const { kind, open, lit, dueAt, warnAt = dueAt, escalateAt } = deadline
  if (!open || kind === 'confirm') return { deadline }
  if (lit === 'red') return escalateAt && escalateAt <= now ? escalate(doc, deadline, now) : { deadline }
  const light = dueAt <= now ? 'red' : warnAt <= now ? 'yellow' : undefined
  if (light === undefined || light === lit) return { deadline }
  if (light === 'yellow') return { deadline: { ...deadline, lit: light }, turned: light }
  return {
    deadline: { ...deadline, lit: light, escalateAt: escalateAfter(deadline, now) },
    turned: light,
    text: `${DEADLINE_NAMES[kind]}已过，已提醒承办人和督查`,
  }
}

/** One event for a colour and for a region, however many deadlines of the case are behind it: nobody is told the same twice. */
const eventsOf = (caseId: string, told: readonly Told[]): DomainEvent[] => {
  const lights = (['yellow', 'red'] as const).flatMap((light) => {
    const deadlines = told.filter((one) => one.turned === light).map((one) => one.deadline.kind)
    return deadlines.length === 0 ? [] : [newEvent('light.changed', { caseId, light, deadlines })]
  })
  const regions = new Set(told.flatMap(({ above }) => above ?? []))
  return [...lights, ...[...regions].map((regionCode) => newEvent('deadline.escalated', { caseId, regionCode }))]
}

const tell = async (doc: Case): Promise<boolean> => {
  const now = clock.now()
  const told = await Promise.all(doc.deadlines.map((deadline) => look(doc, deadline, now)))
  const by: TimelineEntry['by'] = { personId: null, name: '', side: 'system' }
  try {
    await recordCaseEvent({
      caseId: doc._id.toHexString(),
      where: { changes: doc.changes },
      set: {
        ...clockOf(
          told.map((one) => one.deadline),
          doc.status === 'suspended',
        ),
      },
      entries: told.flatMap(({ text }) =>
        text === undefined ? [] : [{ type: 'deadline.passed', by, text, audience: ['staff' as const] }],
      ),
      events: eventsOf(doc._id.toHexString(), told),
    })
    return true
  } catch (error) {
    // Somebody wrote at this very moment, or another process told of it; it is looked at again.
    if (error instanceof Conflict) return false
    throw error
  }
}

/**
 * Tells of lights that have changed, each once, and of what is red still, up along the regions; answers of how many
 * cases. A job, safe to run twice: what was told is kept in the case by the same write.
 */
export const tellLights = async (): Promise<number> => {
  let count = 0
  for (;;) {
    const docs = await findLit({ now: clock.now(), limit: BATCH })
    let done = 0
    for (const doc of docs) if (await tell(doc)) done += 1
    count += done
    if (docs.length < BATCH || done === 0) return count
  }
}
