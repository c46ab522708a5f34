import { inTransaction, isDuplicate, type Session } from '@server/platform/database'
import { inTurn } from '@server/platform/turns'
import { type AuditEntry, digestOfEntry, type NewEntry } from './audit-entry.model'
import { type Head, moveHead, readHead } from './audit-head'

const MOST_TRIES = 5

interface Extension {
  /** What is to get a place, in order. */
  find: (session: Session) => Promise<NewEntry[]>
  write: (entries: AuditEntry[], session: Session) => Promise<void>
}

/** Gives entries their places behind the head. */
const placed = (entries: readonly NewEntry[], head: Head): AuditEntry[] => {
  let { last: seq, digest: prev } = head
  return entries.map((entry) => {
    seq += 1
    const place = { ...entry, seq, prev }
    prev = digestOfEntry(place)
    return { ...place, digest: prev }
  })
}

/** The head before the entries: who moves it knows that nobody has entered anything since it was read. */
const extendOnce = ({ find, write }: Extension): Promise<number> =>
  inTransaction(async (session) => {
    const head = await readHead(session)
    const entries = placed(await find(session), head)
    const end = entries.at(-1)
    if (!end) return 0
    await moveHead(head, { last: end.seq, digest: end.digest }, session)
    await write(entries, session)
    return entries.length
  })

/**
 * Adds to the chain and moves its head, all or nothing. Of several processes that do so at once the database lets one go on,
 * and the others look again; so they do when something is there already that was not when they looked. Answers how many.
 */
export const extendChain = (extension: Extension): Promise<number> =>
  inTurn('audit chain', async () => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await extendOnce(extension)
      } catch (error) {
        if (!isDuplicate(error) || tries === MOST_TRIES) throw error
      }
    }
  })
