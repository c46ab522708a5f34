import type { Case } from '@server/modules/cases'

const isFirst = (one: Case, other: Case): boolean =>
  one.createdAt.getTime() === other.createdAt.getTime() ? one._id.toHexString() < other._id.toHexString() : one.createdAt < other.createdAt

/** Two cases, the older first: so that a pair is the same pair from both sides. */
export const inOrder = (one: Case, other: Case): [Case, Case] => (isFirst(one, other) ? [one, other] : [other, one])
