import { clock } from '@server/platform/clock'
import { isDuplicate, ObjectId, type Session } from '@server/platform/database'
import type { FileRef } from '@server/platform/files'
import { type Check, CheckModel, type Subject } from '../check.model'

/** WeChat takes 2,500 characters; parts overlap, so that no word is cut in two. */
const PART = 2400
const OVERLAP = 40

const partsOf = (text: string): string[] => {
  const signs = [...text]
  const parts: string[] = []
  for (let at = 0; at < signs.length; at += PART - OVERLAP) {
    parts.push(signs.slice(at, at + PART).join(''))
    if (at + PART >= signs.length) break
  }
  return parts
}

export interface CheckRequest {
  subject: Subject
  text: string
  files?: readonly FileRef[]
  /** Whose it is; WeChat asks who. */
  personId: string
  /** Whose dispatchers look at it when WeChat is not sure. */
  regionCode: string
  /** Who takes part in it and so does not decide. */
  parties?: readonly string[]
  /** When its author was last in the app; now. */
  activeAt?: Date
  session?: Session
}

/**
 * Has the words and files of a subject looked at before others see them. The same subject again changes nothing. What
 * comes of it is told by `check.decided`, once for each part.
 */
export const requestCheck = async (request: CheckRequest): Promise<void> => {
  const { subject, text, files = [], personId, regionCode, parties = [], activeAt = clock.now(), session } = request
  const texts = partsOf(text).map((part, index) => ({ part: `text${index}`, text: part, file: null }))
  const parts = [...texts, ...files.map((file) => ({ part: file.id, text: '', file }))]
  const common = {
    subject,
    of: parts.length,
    personId,
    regionCode,
    hiddenFrom: [...new Set([personId, ...parties])],
    state: 'waiting' as const,
    why: '',
    at: activeAt,
    tries: 0,
    nextAt: clock.now(),
    decidedBy: null,
    decidedAt: null,
    reason: null,
  }
  const writes = parts.map((one) => {
    const filter = { 'subject.type': subject.type, 'subject.id': subject.id, part: one.part }
    const { part: _, subject: __, ...fresh } = { ...common, ...one, _id: new ObjectId() } satisfies Check
    return { updateOne: { filter, update: { $setOnInsert: fresh }, upsert: true } }
  })
  if (writes.length === 0) return
  try {
    await CheckModel.collection.bulkWrite(writes as never, { ordered: false, session })
  } catch (error) {
    // Two at the same moment: one of them has made it. Within a transaction that one would not be seen.
    if (session || !isDuplicate(error)) throw error
  }
}
