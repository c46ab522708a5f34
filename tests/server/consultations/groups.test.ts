import { findGroups, NO_GROUP, type OpinionGroups, type Vote } from '@server/modules/consultations'
import fc from 'fast-check'
import { bestPossible } from '../../../scripts/lib/opinion/best'
import { chanceOf, type Planted, type PlantedPlan, plant } from '../../../scripts/lib/opinion/planted'
import { adjustedRand } from '../../../scripts/lib/opinion/rand-index'

const PLAN: PlantedPlan = { seed: 5, sizes: [60, 45, 35], statements: 120, noise: 0.2, missing: 0.6, shared: 0.2 }

const groupsIn = (opinion: OpinionGroups, people: readonly string[]): number[] =>
  people.map((person) => opinion.groupOf[opinion.people.indexOf(person)] ?? NO_GROUP)
const likeness = (planted: Planted): number => adjustedRand(planted.truth, groupsIn(findGroups(planted.votes), planted.people))

const mixed = <T>(list: readonly T[], seed: number): T[] => {
  const chance = chanceOf(seed)
  return list
    .map((one) => ({ one, at: chance() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one)
}

describe('groups of opinion', () => {
  test.each([{ sizes: [100, 50] }, { sizes: [60, 45, 35] }, { sizes: [60, 50, 40, 30] }, { sizes: [50, 45, 40, 35, 30] }])(
    'planted groups of $sizes people are found again among noise and gaps',
    ({ sizes }) => {
      const planted = plant({ ...PLAN, sizes })
      expect(new Set(groupsIn(findGroups(planted.votes), planted.people)).size).toBe(sizes.length)
      expect(likeness(planted)).toBeGreaterThanOrEqual(0.9)
      // Who knows every group's mind does hardly better.
      expect(likeness(planted)).toBeGreaterThanOrEqual(adjustedRand(planted.truth, bestPossible(planted)) - 0.08)
    },
  )

  test('the same votes in another order give the same to the last digit', () => {
    const { votes } = plant(PLAN)
    const first = findGroups(votes)
    for (const seed of [1, 2, 3]) expect(findGroups(mixed(votes, seed))).toEqual(first)
  })

  test('people who vote at random are one group, and nothing divides them', () => {
    const alone = [1, 2, 3, 4, 5].map((seed) => {
      const chance = chanceOf(seed)
      const votes = Array.from({ length: 150 * 40 }, (_, i): Vote => {
        const answer = chance() < 0.6 ? 1 : -1
        return { person: `p${i % 150}`, statement: `s${Math.floor(i / 150)}`, answer }
      })
      return findGroups(votes)
    })
    // The test for chance errs now and then; not most times.
    expect(alone.filter(({ sizes }) => sizes.length === 1).length).toBeGreaterThanOrEqual(4)
    for (const { findings } of alone) expect(findings.dividing).toEqual([])
  })

  test('few who think apart are no group of their own', () => {
    const planted = plant({ ...PLAN, sizes: [60, 50, 4] })
    const { sizes } = findGroups(planted.votes)
    expect(sizes).toHaveLength(2)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(114)
  })

  test('who has said too little has a place and no group, and is in no tally', () => {
    const { votes } = plant(PLAN)
    const quiet = Array.from({ length: 6 }, (_, i): Vote => ({ person: 'quiet', statement: `s${i}`, answer: 1 }))
    const opinion = findGroups([...votes, ...quiet])
    expect(groupsIn(opinion, ['quiet'])).toEqual([NO_GROUP])
    const [without, withQuiet] = [findGroups(votes), opinion].map(({ tallies }) =>
      tallies.flat().reduce((sum, { agree, pass, disagree }) => sum + agree + pass + disagree, 0),
    )
    expect(withQuiet).toBe(without)
  })

  test('no votes, one vote and a handful of people give no groups and no error', () => {
    expect(findGroups([])).toMatchObject({ people: [], sizes: [], tallies: [] })
    expect(findGroups([{ person: 'a', statement: 's', answer: 1 }])).toMatchObject({ people: ['a'], sizes: [] })
    const four = plant({ ...PLAN, sizes: [4], missing: 0 }).votes
    expect(findGroups(four)).toMatchObject({ sizes: [], findings: { united: [], dividing: [], typical: [] } })
  })

  test('two votes of one person on one statement are refused', () => {
    const vote: Vote = { person: 'a', statement: 's', answer: 1 }
    expect(() => findGroups([vote, { person: 'b', statement: 's', answer: 0 }, { ...vote, answer: -1 }])).toThrow('one vote')
  })

  test('whatever is voted, groups are two to five or fewer, none too small, the largest first, and all numbers are numbers', () => {
    const anyVotes = fc
      .uniqueArray(fc.tuple(fc.nat(40), fc.nat(12), fc.constantFrom(1 as const, 0 as const, -1 as const)), {
        selector: ([person, statement]) => person * 100 + statement,
        maxLength: 400,
      })
      .map((all) => all.map(([person, statement, answer]): Vote => ({ person: `p${person}`, statement: `s${statement}`, answer })))
    fc.assert(
      fc.property(anyVotes, (votes) => {
        const { sizes, places } = findGroups(votes)
        expect(sizes.length).toBeLessThanOrEqual(5)
        expect(sizes.every((size) => size >= 5)).toBe(true)
        expect(places.every(Number.isFinite)).toBe(true)
        expect([...sizes].sort((a, b) => b - a)).toEqual(sizes)
      }),
      { numRuns: 30 },
    )
  })
})

describe('what groups say', () => {
  const saying = (shares: Record<string, readonly [number, number]>): Vote[] =>
    Array.from({ length: 80 }, (_, i) => i).flatMap((i) =>
      Object.entries(shares).map(([statement, byGroup], j): Vote => {
        // Others are the exceptions on every statement.
        const [group, at] = [i < 40 ? 0 : 1, (i + 7 * j) % 40]
        return { person: `p${i}`, statement, answer: at < 40 * (byGroup[group] as number) ? 1 : -1 }
      }),
    )
  const shares = {
    ...Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`apart${i}`, i % 2 ? [0.95, 0.05] : [0.05, 0.95]] as const)),
    everybody: [0.9, 0.95],
    nobody: [0.05, 0.1],
    half: [0.5, 0.55],
    moreAndLess: [0.95, 0.6],
  } as Record<string, readonly [number, number]>
  const { findings, sizes } = findGroups(saying(shares))

  test('what most of every group agree to or refuse unites, and nothing else does', () => {
    expect(sizes).toEqual([40, 40])
    expect(findings.united.map(({ statement, side }) => `${statement} ${side}`).sort()).toEqual(['everybody agree', 'nobody disagree'])
  })

  test('what one group is for and another against divides; being for it more or less does not', () => {
    expect(findings.dividing.map(({ statement }) => statement).sort()).toEqual(Array.from({ length: 10 }, (_, i) => `apart${i}`))
  })

  test('each group is told by at most five statements that it says more than the others', () => {
    for (const group of [0, 1]) {
      const own = findings.typical.filter((one) => one.group === group)
      expect(own).toHaveLength(5)
      expect(own.every(({ statement }) => statement.startsWith('apart') || statement === 'moreAndLess')).toBe(true)
    }
  })
})
