import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import { Conflict, NotFound } from '@server/platform/errors'
import { ScanTicketModel } from '../scan-ticket.model'

/** The telephone lets the browser in. Throws `ticket_expired` when time is up or somebody else was faster. */
export const confirmTicket = async (options: { actor: Actor; ticket: string }): Promise<void> => {
  const { actor, ticket } = options
  const { accountId } = actor
  const result = await ScanTicketModel.updateOne(
    { _id: ticket, redeemedAt: null, expiresAt: { $gt: clock.now() }, accountId: { $in: [null, accountId] } },
    { accountId },
  )
  if (result.matchedCount === 1) return
  if (!(await ScanTicketModel.exists({ _id: ticket }))) throw new NotFound()
  throw new Conflict('ticket_expired')
}
