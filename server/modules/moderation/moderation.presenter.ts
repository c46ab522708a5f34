import { toLocalIso } from '@server/modules/deadlines'
import { presentFile } from '@server/platform/files'
import type { CheckView } from '@shared/moderation/schemas'
import type { Check } from './check.model'

/** A check for whoever may decide it. */
export const presentCheck = (check: Check): CheckView => ({
  id: check._id.toHexString(),
  subject: check.subject.type,
  state: check.state,
  text: check.text,
  file: check.file && presentFile(check.file),
  why: check.why,
  askedAt: toLocalIso(check.at),
  decidedBy: check.decidedBy?.name ?? null,
  reason: check.reason,
  can: check.state === 'review' ? ['decide'] : [],
})
