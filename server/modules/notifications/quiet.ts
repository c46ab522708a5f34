import { talkSeen } from '@server/modules/cases'
import type { Notice } from './commands/notify'
import { NotificationModel } from './notification.model'

/** While somebody has not read that there are new messages in a case, they are not told again for so long. */
const QUIET_MS = 10 * 60_000
/** An event follows upon its message by less than this. */
const FOLLOWS_MS = 1000

const keyOf = (personId: string, caseId: string | null) => `${personId} ${caseId}`

/** Leaves out who knows already that messages wait for them in a case: a lively talk is one notice, not thirty. */
export const withoutRepeats = async (notices: Notice[]): Promise<Notice[]> => {
  const talk = notices.filter((notice) => notice.type === 'message.sent' && notice.personIds.length > 0)
  if (talk.length === 0) return notices
  const told = await NotificationModel.find(
    {
      personId: { $in: [...new Set(talk.flatMap((notice) => notice.personIds))] },
      type: 'message.sent',
      caseId: { $in: [...new Set(talk.map((notice) => notice.caseId))] },
      read: false,
      at: { $gt: new Date(Math.min(...talk.map((notice) => notice.at.getTime())) - QUIET_MS) },
    },
    { personId: 1, caseId: 1, at: 1, eventId: 1 },
  ).lean<{ personId: string; caseId: string; at: Date; eventId: string }[]>()
  const seen = await talkSeen({ personIds: told.map(({ personId }) => personId), caseIds: told.map(({ caseId }) => caseId) })
  const latest = new Map<string, { at: Date; eventId: string }>()
  for (const row of told) {
    const key = keyOf(row.personId, row.caseId)
    // Read in the talk itself: then they know of nothing that waits.
    const isSeen = (seen.get(key)?.getTime() ?? 0) >= row.at.getTime() - FOLLOWS_MS
    if (!isSeen) latest.set(key, row)
  }
  return notices.map((notice) => {
    if (notice.type !== 'message.sent') return notice
    const personIds = notice.personIds.filter((personId) => {
      const key = keyOf(personId, notice.caseId)
      const before = latest.get(key)
      const quiet = before !== undefined && before.eventId !== notice.eventId && notice.at.getTime() - before.at.getTime() < QUIET_MS
      if (!quiet) latest.set(key, { at: notice.at, eventId: notice.eventId })
      return !quiet
    })
    return { ...notice, personIds }
  })
}
