import { clock } from '@server/platform/clock'
import type { ScanTicket } from '@shared/identity/schemas'
import type * as z from 'zod/mini'
import { ScanTicketModel } from '../scan-ticket.model'
import { identitySettings } from '../settings'
import { hashSecret, randomSecret } from '../tokens'

const TICKET_MS = 2 * 60_000
/** The page on which the telephone asks whether the browser may come in. */
const PAGE = 'packages/resident/pages/scan/index'

/** Makes a ticket with its mini-program code. Throws `wechat_unavailable` and then leaves nothing behind. */
export const createTicket = async (): Promise<z.infer<typeof ScanTicket>> => {
  const ticket = randomSecret(16)
  const secret = randomSecret()
  const image = await identitySettings().wechat.miniProgramCode({ scene: ticket, page: PAGE })
  const expiresAt = new Date(clock.ms() + TICKET_MS)
  await ScanTicketModel.collection.insertOne({
    _id: ticket as never,
    secretHash: hashSecret(secret),
    accountId: null,
    redeemedAt: null,
    expiresAt,
  })
  return { ticket, secret, image: `data:image/png;base64,${image.toString('base64')}`, expiresAt: expiresAt.toISOString() }
}
