import type { PromiseInput } from '@shared/papers/schemas'
import type { Obligation } from './obligation.model'

export type Promised = Pick<Obligation, 'index' | 'part' | 'parts' | 'fromPartyId' | 'toPartyId' | 'what' | 'amountCents' | 'dueOn'>

/** The single obligations in an agreement: one for each promise, or one for each instalment. Their amounts add up to the agreement's. */
export const splitPromises = (promises: readonly PromiseInput[]): Promised[] =>
  promises.flatMap(({ fromPartyId, toPartyId, what, amountCents, dueOn, instalments }, index) => {
    const due = instalments ?? (dueOn === undefined ? [] : [{ amountCents: amountCents ?? null, dueOn }])
    return due.map((one, at) => ({ index, part: at + 1, parts: due.length, fromPartyId, toPartyId, what, ...one }))
  })
