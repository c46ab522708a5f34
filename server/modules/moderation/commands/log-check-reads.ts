import { casesById, logRead } from '@server/modules/cases'
import type { Actor } from '@server/platform/actor'
import type { Check } from '../check.model'

/** Whose words of a case were read here can be seen by the applicant, as with every reading by the staff. */
export const logCheckReads = async (actor: Actor, checks: readonly Check[]): Promise<void> => {
  const ids = checks.filter(({ subject }) => subject.type === 'hazard').map(({ subject }) => subject.id)
  if (ids.length === 0) return
  for (const doc of (await casesById(ids)).values()) logRead({ actor, doc, what: 'case' })
}
