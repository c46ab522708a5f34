import type { Obligation } from '@server/modules/obligations/obligation.model'
import { totalsOf } from '@server/modules/obligations/obligations.presenter'
import { splitPromises } from '@server/modules/obligations/split-promises'
import { OBLIGATION_STATES } from '@shared/obligations/schemas'
import { PromiseSchema } from '@shared/papers/schemas'
import fc from 'fast-check'

const cents = fc.integer({ min: 1, max: 100_000_000 })
const day = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10))
const people = { fromPartyId: fc.constant('a'), toPartyId: fc.constant('b'), what: fc.constant('赔偿') }
const single = fc.record({ ...people, amountCents: fc.option(cents, { nil: undefined }), dueOn: day })
const instalment = fc.record({ amountCents: cents, dueOn: day })
const several = fc
  .record({ ...people, instalments: fc.array(instalment, { minLength: 2, maxLength: 60 }) })
  .map((one) => ({ ...one, amountCents: one.instalments.reduce((sum, part) => sum + part.amountCents, 0) }))

const sum = (amounts: (number | null | undefined)[]): number => amounts.reduce<number>((total, one) => total + (one ?? 0), 0)

describe('obligations', () => {
  test('always add up to what the agreement says, promise by promise', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(single, several), { maxLength: 30 }), (promises) => {
        for (const promise of promises) expect(PromiseSchema.safeParse(promise).success).toBe(true)
        const found = splitPromises(promises)
        expect(sum(found.map((one) => one.amountCents))).toBe(sum(promises.map((one) => one.amountCents)))
        promises.forEach((promise, index) => {
          const parts = found.filter((one) => one.index === index)
          expect(sum(parts.map((one) => one.amountCents))).toBe(promise.amountCents ?? 0)
          expect(parts.map((one) => one.part)).toEqual(parts.map((_, at) => at + 1))
          expect(parts.every((one) => one.parts === parts.length)).toBe(true)
        })
      }),
      { numRuns: 200 },
    )
  })

  test('and whatever becomes of them, what was done, is open and was waived is what was promised', () => {
    const kept = fc.record({ amountCents: fc.option(cents), dueOn: day, state: fc.constantFrom(...OBLIGATION_STATES) })
    fc.assert(
      fc.property(fc.array(kept, { maxLength: 60 }), (some) => {
        const { promisedCents, doneCents, openCents, overdueCents } = totalsOf(some as Obligation[])
        const waived = sum(some.filter((one) => one.state === 'waived').map((one) => one.amountCents))
        expect(doneCents + openCents + waived).toBe(promisedCents)
        expect(overdueCents).toBeLessThanOrEqual(openCents)
      }),
    )
  })

  test('an agreement whose instalments do not add up is no agreement', () => {
    const instalments = [
      { amountCents: 100, dueOn: '2026-03-01' },
      { amountCents: 100, dueOn: '2026-04-01' },
    ]
    const promise = { fromPartyId: 'a', toPartyId: 'b', what: '赔偿', amountCents: 201, instalments }
    const { error } = PromiseSchema.safeParse(promise)
    expect(error?.issues[0]).toMatchObject({ path: ['instalments'], message: 'instalments_sum' })
  })
})
