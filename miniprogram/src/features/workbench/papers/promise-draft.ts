import type { PromiseInput } from '@shared/papers/schemas'
import { centsOf, yuan, yuanWords } from '@/lib/money'
import { type Interval, leftOf, type PartDraft } from './instalments'
import { texts } from './texts'

/** A promise as it is being written. */
export interface PromiseDraft {
  fromPartyId: string | null
  toPartyId: string | null
  what: string
  amount: string
  inParts: boolean
  dueOn: string
  count: number
  every: Interval
  parts: PartDraft[]
}

const plain = (cents: number): string => yuan(cents).replace(/,/g, '')

/** A promise to be written, or one to be changed. Between two people it is clear who gives to whom. */
export const draftOf = (promise: PromiseInput | null, partyIds: readonly string[]): PromiseDraft => {
  const [first = null, second = null] = partyIds.length === 2 ? partyIds : []
  return {
    fromPartyId: promise?.fromPartyId ?? second,
    toPartyId: promise?.toPartyId ?? first,
    what: promise?.what ?? '',
    amount: promise?.amountCents ? plain(promise.amountCents) : '',
    inParts: promise?.instalments !== undefined,
    dueOn: promise?.dueOn ?? promise?.instalments?.[0]?.dueOn ?? '',
    count: promise?.instalments?.length ?? 3,
    every: 'month',
    parts: promise?.instalments?.map(({ amountCents, dueOn }) => ({ amount: plain(amountCents), dueOn })) ?? [],
  }
}

const wrongInParts = ({ amount, parts }: PromiseDraft): string | undefined => {
  const cents = centsOf(amount)
  if (cents === undefined) return texts.partsNeedAmount
  if (parts.length === 0 || parts.some(({ dueOn }) => !dueOn)) return texts.partsDaysMissing
  const left = leftOf(cents, parts)
  if (left === undefined) return texts.amountBad
  if (left > 0) return texts.partsLeft(yuanWords(left))
  return left < 0 ? texts.partsOver(yuanWords(-left)) : undefined
}

/** What is still wrong with a promise; undefined when it can be taken. */
export const wrongIn = (draft: PromiseDraft): string | undefined => {
  if (!draft.fromPartyId || !draft.toPartyId) return texts.peopleMissing
  if (draft.fromPartyId === draft.toPartyId) return texts.sameParty
  if (!draft.what.trim()) return texts.whatMissing
  if (draft.amount.trim() && centsOf(draft.amount) === undefined) return texts.amountBad
  if (draft.inParts) return wrongInParts(draft)
  return draft.dueOn ? undefined : texts.dueMissing
}

/** The promise that a draft without faults makes. */
export const promiseOf = (draft: PromiseDraft): PromiseInput => {
  const cents = centsOf(draft.amount)
  return {
    fromPartyId: draft.fromPartyId ?? '',
    toPartyId: draft.toPartyId ?? '',
    what: draft.what.trim(),
    ...(cents === undefined ? {} : { amountCents: cents }),
    ...(draft.inParts
      ? { instalments: draft.parts.map(({ amount, dueOn }) => ({ amountCents: centsOf(amount) ?? 0, dueOn })) }
      : { dueOn: draft.dueOn }),
  }
}
