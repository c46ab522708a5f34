const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** How long a place that fell free is kept for the one who waited longest. */
export const OFFER_MS = 2 * HOUR
/** No hold is longer than an offer. One that claims to be was made before the clock was set back. */
const LONGEST_MS = OFFER_MS + MINUTE

/** Whether what was held until then is anybody's again. */
export const isOver = (until: Date, now: Date): boolean => until <= now || until.getTime() > now.getTime() + LONGEST_MS

/** The same for documents with such a field. */
export const whereOver = (field: string, now: Date) => ({
  $or: [{ [field]: { $lte: now } }, { [field]: { $gt: new Date(now.getTime() + LONGEST_MS) } }],
})
