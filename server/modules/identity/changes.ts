import { ObjectId, type Session } from '@server/platform/database'
import { IdentityChangeModel } from './change.model'

/** What changed: everything about a person, or one of the person's sessions. */
export interface Change {
  personId: string
  sessionId?: string
}

const POLL_MS = 2000
/** Read again at every poll: a change becomes visible only when its transaction commits. Forgetting twice does no harm. */
const OVERLAP_MS = 10_000
/** What a process remembers is used only this long after its last look at the changes. */
const FRESH_MS = 4000
const MOST = 5000
/** Longer than an access token lives: what a token says of somebody is believed only when nothing changed since it was made. */
const TOUCHED_MS = 60 * 60_000

/** Persons and sessions with a change in the last hour, and until when (real time) that is remembered. */
const touched = new Map<string, number>()
/** More changes than could be read: nobody's token is believed unseen. */
let overwhelmed = false

const touch = (changes: Change[]): void => {
  const now = performance.now()
  for (const { personId, sessionId } of changes) {
    const key = sessionId ?? personId
    touched.delete(key)
    touched.set(key, now + TOUCHED_MS)
  }
  for (const [key, until] of touched) {
    if (until > now) break
    touched.delete(key)
  }
}

/** Whether something about a person or session has changed within the last hour, so that the database must be asked. */
export const isTouched = (personId: string, sessionId: string): boolean => overwhelmed || touched.has(personId) || touched.has(sessionId)

const listeners = new Set<(changes: Change[] | 'all') => void>()
let cursor: Date | undefined
let lookedAt = Number.NEGATIVE_INFINITY
let timer: NodeJS.Timeout | undefined
let running: Promise<void> | undefined

/** Memories register here to be told what to forget. */
export const onChange = (forget: (changes: Change[] | 'all') => void): void => {
  listeners.add(forget)
}
/** Whether this process has looked at the changes of the others within the last seconds (of real time). */
export const isFresh = (): boolean => performance.now() - lookedAt < FRESH_MS

/** Makes this process forget at once; to be called after the transaction that recorded the change. */
export const applyChange = (...changes: Change[]): void => {
  touch(changes)
  for (const listener of listeners) listener(changes)
}

/** Records a change for the other processes, in the transaction that makes it. */
export const recordChange = async ({ personId, sessionId = undefined }: Change, session?: Session): Promise<void> => {
  await IdentityChangeModel.updateOne(
    { _id: new ObjectId() },
    { $currentDate: { at: true }, $set: { personId, sessionId: sessionId ?? null } },
    { upsert: true, session },
  )
}

/** Records a change and applies it here. */
export const announce = async (change: Change): Promise<void> => {
  await recordChange(change)
  applyChange(change)
}

const look = async (): Promise<void> => {
  const started = performance.now()
  const since = new Date((cursor?.getTime() ?? 0) - OVERLAP_MS)
  const found = cursor
    ? await IdentityChangeModel.find({ at: { $gte: since } }, { at: 1, personId: 1, sessionId: 1 })
        .sort({ at: 1 })
        .limit(MOST)
        .lean()
    : // The first look: all that the collection still holds, which is the last hour.
      (await IdentityChangeModel.find({}, { at: 1, personId: 1, sessionId: 1 }).sort({ at: -1 }).limit(MOST).lean()).reverse()
  if (found.length === MOST) overwhelmed = true
  cursor = found.at(-1)?.at ?? cursor ?? new Date(0)
  const changes = found.map(({ personId, sessionId }) => (sessionId ? { personId, sessionId } : { personId }))
  touch(changes)
  if (changes.length > 0) for (const listener of listeners) listener(found.length < MOST ? changes : 'all')
  lookedAt = started
}

const poll = (): Promise<void> => {
  running ??= look()
    .catch(() => undefined) // Not fresh any more: until a look succeeds, everything is asked of the database.
    .finally(() => {
      running = undefined
    })
  return running
}

/** Starts looking for changes by other processes, every two seconds. */
export const startIdentity = async (): Promise<void> => {
  clearInterval(timer)
  for (const listener of listeners) listener('all')
  cursor = undefined
  overwhelmed = false
  touched.clear()
  await poll()
  timer = setInterval(poll, POLL_MS)
  timer.unref()
}
/** Stops looking, and forgets everything. */
export const stopIdentity = async (): Promise<void> => {
  clearInterval(timer)
  await running
  lookedAt = Number.NEGATIVE_INFINITY
  for (const listener of listeners) listener('all')
}
