import { createHash, timingSafeEqual } from 'node:crypto'
import type { ObjectId } from '@server/platform/database'
import { keyedDigest } from '@server/platform/seal'
import type { Meeting } from './consultation.model'

const LENGTH = 24
const HOUR_MS = 3_600_000
/** Before and after the meeting. */
const AROUND_MS = 3 * HOUR_MS
const MINUTE_MS = 60_000

/**
 * The code of an invitation. It follows from the place's id and the service's key, so that a repeated request gets the
 * same one, while the database alone, which keeps its hash only, does not give it away.
 */
export const invitationCode = (placeId: string): string => keyedDigest('meeting invitation', placeId).slice(0, LENGTH)
/** What is kept of a code. */
export const hashOfCode = (code: string): string => createHash('sha256').update(code.trim()).digest('base64url')

/** The code on the wall: signed for this meeting, so that one which was photographed at another is of no use. */
export const wallCode = (consultationId: ObjectId, { at }: Pick<Meeting, 'at'>): string =>
  keyedDigest('check in', `${consultationId.toHexString()} ${at.getTime()}`).slice(0, LENGTH)

/** Whether a code is the one on the wall. */
export const isWallCode = (code: string, consultationId: ObjectId, meeting: Pick<Meeting, 'at'>): boolean => {
  const [given, right] = [Buffer.from(code.trim()), Buffer.from(wallCode(consultationId, meeting))]
  return given.length === right.length && timingSafeEqual(given, right)
}

/** Since when and until when one can check in. */
export const checkInSpan = ({ at, minutes }: Pick<Meeting, 'at' | 'minutes'>): { from: Date; until: Date } => ({
  from: new Date(at.getTime() - AROUND_MS),
  until: new Date(at.getTime() + minutes * MINUTE_MS + AROUND_MS),
})
