import { type Actor, holds, regionsOf } from '@server/platform/actor'
import type { StaffRole } from '@shared/identity/schemas'
import type { Check, SubjectType } from './check.model'

/** Who decides on what, in the regions of the role: the centre on everything, others on what comes from their own work. */
const DECIDERS: readonly { role: StaffRole; on: readonly SubjectType[] | 'everything' }[] = [
  { role: 'dispatcher', on: 'everything' },
  { role: 'admin', on: ['notice'] },
  { role: 'cppccOffice', on: ['topic', 'statement'] },
]

/** For which regions the actor decides, and on what there. */
export const checkRegions = (actor: Actor): { regionCode: string; on: readonly SubjectType[] | 'everything' }[] =>
  DECIDERS.flatMap(({ role, on }) => regionsOf(actor, role).map((regionCode) => ({ regionCode, on })))

type Place = Pick<Check, 'subject' | 'regionCode' | 'hiddenFrom'>

/** Nobody decides on what is their own. What one may not decide one does not see either. */
export const maySeeCheck = (actor: Actor, { subject, regionCode, hiddenFrom }: Place): boolean =>
  !hiddenFrom.includes(actor.personId) &&
  DECIDERS.some(({ role, on }) => (on === 'everything' || on.includes(subject.type)) && holds(actor, role, regionCode))
