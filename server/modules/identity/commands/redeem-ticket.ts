import { clock } from '@server/platform/clock'
import { toObjectId } from '@server/platform/database'
import { Conflict, NotFound } from '@server/platform/errors'
import type { TicketState } from '@shared/identity/schemas'
import type * as z from 'zod/mini'
import { type Account, AccountModel } from '../account.model'
import { ScanTicketModel } from '../scan-ticket.model'
import { hashSecret } from '../tokens'
import { openSession } from './open-session'

/** Gives the session to the browser that shows the code, once. Throws `ticket_expired`; NotFound for a wrong secret. */
export const redeemTicket = async (options: { ticket: string; secret: string }): Promise<z.infer<typeof TicketState>> => {
  const mine = { _id: options.ticket, secretHash: hashSecret(options.secret) }
  const now = clock.now()
  const won = await ScanTicketModel.findOneAndUpdate(
    { ...mine, accountId: { $ne: null }, redeemedAt: null, expiresAt: { $gt: now } },
    { redeemedAt: now },
  ).lean()
  if (won) {
    const account = await AccountModel.findById(toObjectId(won.accountId ?? '')).lean<Account>()
    if (!account) throw new Conflict('ticket_expired')
    return { state: 'confirmed', session: await openSession(account) }
  }
  const ticket = await ScanTicketModel.findOne(mine).lean()
  if (!ticket) throw new NotFound()
  if (ticket.redeemedAt || ticket.expiresAt <= now) throw new Conflict('ticket_expired')
  return { state: 'waiting', session: null }
}
