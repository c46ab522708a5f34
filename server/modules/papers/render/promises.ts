import { dateWords } from '@server/modules/deadlines'
import type { PromiseInput } from '@shared/papers/schemas'
import { amountText } from './amount'

/** A promise as a sentence of the agreement; instalments are listed one by one, so that the text says all that is owed. */
const sentence = (promise: PromiseInput, index: number, nameOf: (partyId: string) => string): string => {
  const { fromPartyId, toPartyId, what, amountCents, dueOn, instalments } = promise
  const money = amountCents === undefined ? '' : `，金额${amountText(amountCents)}`
  const by = dueOn === undefined ? '' : `于${dateWords(dueOn)}前`
  const parts = instalments?.map((part, at) => `第${at + 1}期${dateWords(part.dueOn)}前${amountText(part.amountCents)}`)
  const plan = parts ? `，分${parts.length}期：${parts.join('；')}` : ''
  return `${index + 1}. ${nameOf(fromPartyId)}${by}向${nameOf(toPartyId)}履行：${what}${money}${plan}。`
}

/** What the promises say, a line each. */
export const promiseLines = (promises: readonly PromiseInput[], nameOf: (partyId: string) => string): string[] =>
  promises.map((promise, index) => sentence(promise, index, nameOf))
