import { type Actor, regionsOfAny } from '@server/platform/actor'
import type { StaffRole } from '@shared/identity/schemas'
import { isWithin } from '@shared/regions/schemas'
import type { Notice } from './notice.model'

const SENDERS: readonly StaffRole[] = ['dispatcher', 'admin', 'cppccOffice']

/** The regions to whose residents the actor may speak. */
export const noticeRegions = (actor: Actor): string[] => regionsOfAny(actor, SENDERS)

/** Within their own regions only. */
export const mayTell = (actor: Actor, regionCodes: readonly string[]): boolean => {
  const own = noticeRegions(actor)
  return regionCodes.every((code) => own.some((region) => isWithin(code, region)))
}

/** A notice is known to its author, and to whoever might have sent it. */
export const maySeeNotice = (actor: Actor, { by, regionCodes }: Pick<Notice, 'by' | 'regionCodes'>): boolean =>
  by.personId === actor.personId || mayTell(actor, regionCodes)

/** What has been sent cannot be taken back. */
export const isWithdrawable = ({ state }: Pick<Notice, 'state'>): boolean => state === 'checking'
