import { createHash } from 'node:crypto'
import { keyedDigest } from '@server/platform/seal'
import { mediationSettings } from './settings'

/** The secret part of a calendar's address: 43 characters that only the service can compute. */
export const feedToken = (personId: string, nonce: string): string => keyedDigest('calendar feed', `${personId} ${nonce}`)

export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('base64url')

export const feedUrl = (token: string): string => `${mediationSettings().publicUrl}/api/calendar-feeds/${token}.ics`
