import { localDate, toLocalIso } from '@server/modules/deadlines'
import type { JoinWaiting } from '@shared/mediation/schemas'

const NOON = 12

/** Whether a time is what somebody waits for. */
export const fitsWish = (wish: Omit<JoinWaiting, 'mode'> & { refused: readonly Date[] }, startsAt: Date): boolean => {
  const { from, to, partOfDay, refused } = wish
  const date = localDate(startsAt)
  if ((from !== undefined && date < from) || (to !== undefined && date > to)) return false
  if (refused.some((one) => one.getTime() === startsAt.getTime())) return false
  const part = Number(toLocalIso(startsAt).slice(11, 13)) < NOON ? 'morning' : 'afternoon'
  return partOfDay === 'any' || partOfDay === part
}
