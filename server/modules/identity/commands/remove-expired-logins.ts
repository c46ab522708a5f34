import { clock } from '@server/platform/clock'
import { ScanTicketModel } from '../scan-ticket.model'
import { LoginSessionModel } from '../session.model'

/** A job: removes sessions and tickets whose time is up. They work no more either way. */
export const removeExpiredLogins = async (): Promise<void> => {
  const over = { expiresAt: { $lt: clock.now() } }
  await Promise.all([LoginSessionModel.deleteMany(over), ScanTicketModel.deleteMany(over)])
}
