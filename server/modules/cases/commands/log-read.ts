import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { ObjectId } from '@server/platform/database'
import type { Relation } from '@shared/cases/words'
import type { StaffRole } from '@shared/identity/schemas'
import { isWithin } from '@shared/regions/schemas'
import type { Case } from '../case.model'
import { relationsOf } from '../cases.policy'
import { organisationKey } from '../keys'
import { type ReadEntry, type ReadKind, ReadLogModel } from '../read-log.model'

const FLUSH_MS = 1000
/** When the database is away for so long that this is reached, the oldest entries are given up. */
const MOST_BUFFERED = 50_000
const BATCH = 1000

let buffer: ReadEntry[] = []
let timer: NodeJS.Timeout | undefined
let flushing: Promise<void> | undefined

const STAFF: readonly Relation[] = ['owner', 'filer', 'contributor', 'gridWorker', 'dispatcher', 'supervisor']

/** The grant by which somebody was asked, or which covers the place of the case. */
const grantFor = (actor: Actor, doc: Case, relation: Relation) => {
  const asked = (organisationId: string | null) =>
    organisationId !== null && doc.questions.some(({ toKey }) => toKey === organisationKey(organisationId))
  const byQuestion = relation === 'contributor' ? actor.roles.find((grant) => asked(grant.organisationId)) : undefined
  return byQuestion ?? actor.roles.find((grant) => isWithin(doc.regionCode, grant.regionCode)) ?? actor.roles[0]
}

/** The role in which somebody of the staff reads a case; undefined for those who take part in it. */
const roleIn = (actor: Actor, doc: Case): StaffRole | undefined => {
  const relation = relationsOf(actor, doc).find((one) => STAFF.includes(one))
  if (!relation) return undefined
  if (relation === 'owner' && doc.owner) return doc.owner.role
  if (relation === 'dispatcher' || relation === 'supervisor') return relation
  return grantFor(actor, doc, relation)?.role as StaffRole | undefined
}

/**
 * Notes that somebody of the staff has read something of a case; nothing is noted of those who take part in it.
 * `role` names the role of readers who stand in no relation to the case, such as members who read its wording.
 * Written within a second: a killed process loses that second at most.
 */
export const logRead = (options: { actor: Actor; doc: Case; what: ReadKind; reason?: string | undefined; role?: StaffRole }): void => {
  const { actor, doc, what, reason } = options
  const role = options.role ?? roleIn(actor, doc)
  if (!role) return
  if (buffer.length >= MOST_BUFFERED) buffer = buffer.slice(BATCH)
  buffer.push({
    _id: new ObjectId(),
    caseId: doc._id,
    at: clock.now(),
    personId: actor.personId,
    name: actor.name,
    role,
    what,
    reason: reason ?? null,
    unaudited: true,
  })
}

const writeAll = async (): Promise<void> => {
  while (buffer.length > 0) {
    const batch = buffer.splice(0, BATCH)
    try {
      await ReadLogModel.collection.insertMany(batch, { ordered: false })
    } catch (error) {
      // Kept for the next time; what was written of it already is refused then by its id.
      if ((error as { code?: number }).code !== 11000) {
        buffer = [...batch, ...buffer]
        throw error
      }
    }
  }
}

/** Writes what is buffered; calls at the same time share one run. */
export const flushReads = (): Promise<void> => {
  flushing ??= writeAll().finally(() => {
    flushing = undefined
  })
  return flushing
}

/** Flushes every second until `stopReadLog`. */
export const startReadLog = (onError: (error: unknown) => void = () => undefined): void => {
  timer ??= setInterval(() => void flushReads().catch(onError), FLUSH_MS)
}

/** Stops flushing by time, and writes what is left. */
export const stopReadLog = async (): Promise<void> => {
  clearInterval(timer)
  timer = undefined
  await flushReads()
}
