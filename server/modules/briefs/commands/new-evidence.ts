import { ObjectId } from '@server/platform/database'
import type { RequestMark } from '@server/platform/once'
import type { StoredEvidence } from '../brief.model'
import type { Gathered } from '../queries/gather-evidence'

/** Evidence as a brief stores it. */
export const newEvidence = ({ evidence }: Gathered, mark?: RequestMark): StoredEvidence => ({
  id: new ObjectId().toHexString(),
  ...evidence,
  ...(mark && { request: mark }),
})
