import { model } from '@server/platform/database'
import { Schema } from 'mongoose'

/** A browser's wish to log in, shown as a mini-program code. */
export interface ScanTicketDocument {
  _id: string
  /** Known to the browser that shows the code, not to who sees it. */
  secretHash: string
  accountId: string | null
  redeemedAt: Date | null
  expiresAt: Date
}

const schema = new Schema<ScanTicketDocument>(
  {
    _id: String,
    secretHash: { type: String, required: true },
    accountId: { type: String, default: null },
    redeemedAt: { type: Date, default: null },
    expiresAt: { type: Date, required: true },
  },
  { versionKey: false, collection: 'scanTickets' },
)
schema.index({ expiresAt: 1 })
export const ScanTicketModel = model<ScanTicketDocument>('ScanTicket', schema)
