import type { Obligation } from './obligation.model'

/** What an event tells of an obligation: which it is, and whose. */
export const idsOf = ({ _id, caseId, fromPartyId, toPartyId }: Obligation) => ({
  caseId: caseId.toHexString(),
  obligationId: _id.toHexString(),
  fromPartyId,
  toPartyId,
})
