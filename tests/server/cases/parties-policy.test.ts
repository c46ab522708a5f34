import type { Case, Party, Side } from '@server/modules/cases/case.model'
import { barTo } from '@server/modules/cases/moves.policy'
import { actsFor, hasLeft, movesForApplicants, signersOf, speaksFor } from '@server/modules/cases/parties.policy'
import * as fc from 'fast-check'

const party = (id: string, side: Side, over: Partial<Party> = {}): Party => ({
  id,
  side,
  part: 'party',
  personId: `p-${id}`,
  accepted: true,
  ...over,
})
const ann = party('ann', 'applicant')
const ben = party('ben', 'applicant')
const rob = party('rob', 'respondent')
const doc = (parties: Party[], over: Partial<Case> = {}) => ({ kind: 'dispute', parties, ...over }) as Case
const who = (id: string) => ({ personId: `p-${id}` })

describe('in whose names a paper is signed', () => {
  test('each party of both sides, by their own hand', () => {
    expect(signersOf(doc([ann, rob]))).toEqual([
      { partyId: 'ann', personIds: ['p-ann'] },
      { partyId: 'rob', personIds: ['p-rob'] },
    ])
  })
  test('nobody who has not agreed, has left, or only helps', () => {
    const parties = [ann, { ...rob, accepted: false }, { ...ben, quit: true }, party('hal', 'applicant', { part: 'helper' })]
    expect(signersOf(doc(parties)).map((one) => one.partyId)).toEqual(['ann'])
  })
  test('for a minor the guardians, and nobody while there are none', () => {
    const child = { ...rob, minor: true }
    expect(signersOf(doc([ann, child]))[1]).toEqual({ partyId: 'rob', personIds: [] })
    const invited = party('mum', 'respondent', { part: 'guardian', actsFor: 'rob', accepted: false })
    expect(signersOf(doc([ann, child, invited]))[1]?.personIds).toEqual([])
    expect(signersOf(doc([ann, child, { ...invited, accepted: true }]))[1]?.personIds).toEqual(['p-mum'])
  })
  test('a guardian brings in a minor who has no account', () => {
    const child = { ...rob, minor: true, accepted: false }
    const mum = party('mum', 'respondent', { part: 'guardian', actsFor: 'rob' })
    expect(signersOf(doc([ann, child, mum]))[1]).toEqual({ partyId: 'rob', personIds: ['p-mum'] })
  })
  test('a representative holds the pen only with special authority', () => {
    const lawyer = party('law', 'applicant', { part: 'representative', actsFor: 'ann' })
    const pens = (authority?: Party['authority']) => signersOf(doc([ann, { ...lawyer, ...(authority ? { authority } : {}) }]))[0]?.personIds
    expect([pens(), pens('general'), pens('special')]).toEqual([['p-ann'], ['p-ann'], ['p-ann', 'p-law']])
  })
  test('of a side that chose speakers only these; when all of them have left, everybody again', () => {
    const chosen = { speakers: { applicant: ['ben'] } }
    expect(signersOf(doc([ann, ben, rob], chosen)).map((one) => one.partyId)).toEqual(['ben', 'rob'])
    expect(signersOf(doc([ann, { ...ben, quit: true }, rob], chosen)).map((one) => one.partyId)).toEqual(['ann', 'rob'])
  })
  test('a guardian of a grown-up who speaks for themselves has no say', () => {
    const guard = party('gus', 'applicant', { part: 'guardian', actsFor: 'ann' })
    expect(actsFor(doc([ann, guard]), who('gus'))).toEqual([])
    expect(actsFor(doc([{ ...ann, minor: true }, guard]), who('gus')).map((one) => one.id)).toEqual(['ann'])
  })
})

describe('who speaks for a side', () => {
  test('everybody who takes part, until it has chosen', () => {
    const all = doc([ann, ben, rob, party('hal', 'applicant', { part: 'helper' })])
    expect(['ann', 'ben', 'rob', 'hal', 'zed'].map((id) => speaksFor(all, who(id)))).toEqual([
      'applicant',
      'applicant',
      'respondent',
      undefined,
      undefined,
    ])
  })
  test('then those, and who acts for them', () => {
    const aide = party('aid', 'applicant', { part: 'representative', actsFor: 'ben' })
    const chosen = doc([ann, ben, rob, aide], { speakers: { applicant: ['ben'] } })
    expect(['ann', 'ben', 'aid', 'rob'].map((id) => speaksFor(chosen, who(id)))).toEqual([
      undefined,
      'applicant',
      'applicant',
      'respondent',
    ])
  })
  test('nobody speaks for a party that has left', () => {
    const aide = party('aid', 'respondent', { part: 'representative', actsFor: 'rob' })
    const left = doc([ann, { ...rob, quit: true }, aide])
    expect([speaksFor(left, who('rob')), speaksFor(left, who('aid'))]).toEqual([undefined, undefined])
  })
  test('one of several does not move what is all of theirs: who brought it does, or those who were chosen', () => {
    const open = doc([ann, ben, rob])
    expect(['ann', 'ben', 'rob'].map((id) => movesForApplicants(open, who(id)))).toEqual([true, false, false])
    const chosen = doc([ann, ben, rob], { speakers: { applicant: ['ben'] } })
    expect(['ann', 'ben'].map((id) => movesForApplicants(chosen, who(id)))).toEqual([false, true])
  })
})

describe('what stands in the way of a move', () => {
  test('a side that has left; not one of several, and not somebody who was never in', () => {
    const left = doc([ann, { ...rob, quit: true }])
    expect(hasLeft(left, 'respondent')).toBe(true)
    expect([barTo(left, 'startMediation'), barTo(left, 'agree')].every((bar) => bar !== undefined)).toBe(true)
    expect(barTo(left, 'fail')).toBeUndefined()
    expect(hasLeft(doc([ann, { ...ben, quit: true }, rob]), 'applicant')).toBe(false)
    expect(hasLeft(doc([ann, { ...rob, accepted: false }]), 'respondent')).toBe(false)
  })
  test('having been passed on', () => {
    expect(barTo(doc([ann, rob]), 'passOn')).toBeUndefined()
    expect(barTo(doc([ann, rob], { passedOn: true }), 'passOn')).toBeDefined()
  })
})

const PARTS = ['party', 'representative', 'guardian', 'helper'] as const
const aMember = (index: number) =>
  fc.record({
    id: fc.constant(`m${index}`),
    side: fc.constantFrom<Side>('applicant', 'respondent'),
    part: fc.constantFrom(...PARTS),
    personId: fc.constantFrom('p-a', 'p-b', 'p-c', 'p-d'),
    accepted: fc.boolean(),
    minor: fc.boolean(),
    quit: fc.boolean(),
    authority: fc.constantFrom<Party['authority']>('general', 'special', undefined),
    actsFor: fc.constantFrom('m0', 'm1', 'm2'),
  })
const someParties = fc.tuple(...Array.from({ length: 7 }, (_, index) => aMember(index))) as unknown as fc.Arbitrary<Party[]>

test('whoever is among the parties: nobody signs for who has left, no helper signs, no minor signs, and who signs acts', () => {
  const property = fc.property(someParties, fc.subarray(['m0', 'm1', 'm2', 'm3']), (parties, speakers) => {
    const subject = doc(parties, speakers.length > 0 ? { speakers: { applicant: speakers } } : {})
    for (const { partyId, personIds } of signersOf(subject)) {
      const signed = parties.find((one) => one.id === partyId)
      expect(signed).toMatchObject({ part: 'party', quit: false })
      for (const personId of personIds) {
        const seats = parties.filter((one) => one.personId === personId && one.accepted)
        expect(seats.some((one) => one.part !== 'helper')).toBe(true)
        if (signed?.minor) expect(seats.some((one) => one.actsFor === partyId && one.part !== 'helper' && one.id !== partyId)).toBe(true)
        expect(actsFor(subject, { personId }).map((one) => one.id)).toContain(partyId)
      }
    }
  })
  fc.assert(property, { numRuns: 500 })
})
