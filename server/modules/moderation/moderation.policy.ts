import { type Actor, holds, regionsOf } from '@server/platform/actor'
import type { Check } from './check.model'

/** For which regions the actor decides: the centre on everything, the administration on notices. */
export const checkRegions = (actor: Actor): { all: string[]; notices: string[] } => ({
  all: regionsOf(actor, 'dispatcher'),
  notices: regionsOf(actor, 'admin'),
})

type Place = Pick<Check, 'subject' | 'regionCode' | 'hiddenFrom'>

/** Nobody decides on what is their own. What one may not decide one does not see either. */
export const maySeeCheck = (actor: Actor, { subject, regionCode, hiddenFrom }: Place): boolean =>
  !hiddenFrom.includes(actor.personId) &&
  (holds(actor, 'dispatcher', regionCode) || (subject.type === 'notice' && holds(actor, 'admin', regionCode)))
