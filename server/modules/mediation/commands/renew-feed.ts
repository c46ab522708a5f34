import { randomBytes } from 'node:crypto'
import { onRoleChange } from '@server/modules/identity'
import { clock } from '@server/platform/clock'
import { CalendarFeedModel } from '../calendar-feed.model'
import { feedToken, feedUrl, hashOfToken } from '../feed-token'

const NONCE_BYTES = 16

/** Makes a new secret address for somebody's calendar; the one before stops working. */
export const renewFeed = async ({ personId }: { personId: string }): Promise<string> => {
  const nonce = randomBytes(NONCE_BYTES).toString('base64url')
  const token = feedToken(personId, nonce)
  await CalendarFeedModel.replaceOne({ _id: personId }, { nonce, tokenHash: hashOfToken(token), createdAt: clock.now() }, { upsert: true })
  return feedUrl(token)
}

/** Whoever loses a role loses the address with it; who still has sessions makes a new one. */
export const endFeedsWithRoles = (): void =>
  onRoleChange(async ({ personId, change }) => {
    if (change === 'revoked') await CalendarFeedModel.deleteOne({ _id: personId })
  })
