import { createHash } from 'node:crypto'
import type { ObjectId } from '@server/platform/database'
import { keyedDigest } from '@server/platform/seal'

/**
 * The code of an invitation. It follows from the id and from the service's key, so that a repeated request gets the same
 * one, while the database alone, which keeps its hash only, does not give it away.
 */
export const codeOf = (id: ObjectId): string => keyedDigest('party invitation', id.toHexString()).slice(0, 24)
/** What is kept of a code. */
export const hashOfCode = (code: string): string => createHash('sha256').update(code).digest('base64url')
