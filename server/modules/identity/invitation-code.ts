import { createHash } from 'node:crypto'
import { keyedDigest } from '@server/platform/seal'

/** Letters and digits that are hard to mistake for one another, written or spoken: 32, so that each takes five bits. */
const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const LENGTH = 8

/**
 * The code of an invitation. It follows from the id and the service's key, so that a repeated request is answered
 * with the same code although only a digest of it is stored.
 */
export const codeOf = (invitationId: string): string =>
  [...createHash('sha256').update(keyedDigest('invitation code', invitationId)).digest().subarray(0, LENGTH)]
    .map((byte) => SIGNS[byte % SIGNS.length])
    .join('')

/** What is stored of a code; spaces, hyphens and case do not matter. */
export const codeDigest = (code: string): string => keyedDigest('invitation', code.replace(/[ -]/g, '').toUpperCase())
