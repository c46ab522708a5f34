import { findGroups, type Publication, publish, standingOf, type Vote } from '@server/modules/consultations'
import { plant } from '../../../scripts/lib/opinion/planted'

const planted = plant({ seed: 9, sizes: [120, 90, 60], statements: 80, noise: 0.15, missing: 0.6, shared: 0.2 })
const opinion = findGroups(planted.votes)
const cellsOf = ({ shown }: Publication) => Object.values(shown.statements).flat()
const newVoter = (person: string, answerTo: (j: number) => Vote['answer']): Vote[] =>
  planted.statements.slice(0, 40).map((statement, j) => ({ person, statement, answer: answerTo(j) }))

describe('published opinion', () => {
  const first = publish(opinion)

  test('names no person anywhere', () => {
    const text = JSON.stringify(first)
    expect(planted.people.filter((person) => text.includes(person))).toEqual([])
  })

  test('numbers are of five people at least, and in fives', () => {
    expect(first.shown.groups.every((people) => people >= 5 && people % 5 === 0)).toBe(true)
    expect(first.shown.map.clouds.length).toBeGreaterThan(3)
    expect(first.shown.map.clouds.every(({ people }) => people >= 5 && people % 5 === 0)).toBe(true)
    expect(cellsOf(first).every((cell) => cell === null || (cell.voters >= 5 && cell.voters % 5 === 0))).toBe(true)
  })

  test('a statement on which fewer than five of a group voted has no numbers for it', () => {
    const rare = planted.people.slice(0, 4).map((person): Vote => ({ person, statement: 'rare', answer: 1 }))
    const { shown } = publish(findGroups([...planted.votes, ...rare]))
    expect(shown.statements.rare).toEqual([null, null, null])
  })

  test('shares are in twentieths, and never none or all, so that unanimity does not tell what each one said', () => {
    const votes = planted.people.map((person): Vote => ({ person, statement: 'unanimous', answer: 1 }))
    const publication = publish(findGroups([...planted.votes, ...votes]))
    expect(publication.shown.statements.unanimous).toHaveLength(3)
    for (const cell of publication.shown.statements.unanimous ?? []) expect(cell).toMatchObject({ agree: 0.95, disagree: 0.05 })
    for (const cell of cellsOf(publication)) {
      const shares = [cell?.agree ?? 0.5, cell?.disagree ?? 0.5]
      for (const share of shares) expect(share * 20).toBeCloseTo(Math.round(share * 20), 9)
    }
  })

  test('one known person who votes moves nothing that is shown, whatever they say', () => {
    for (const answer of [1, 0, -1] as const) {
      const next = findGroups([...planted.votes, ...newVoter('late', () => answer)])
      expect(publish(next, { publication: first, votersSince: 1 })).toEqual(first)
    }
  })

  test('five new voters renew the statements they voted on, and leave the numbers of all others as they were', () => {
    const late = ['v', 'w', 'x', 'y', 'z'].flatMap((name) => newVoter(name, (j) => planted.minds[0]?.[j] ?? 0))
    const single: Vote = { person: 'v', statement: planted.statements[60] as string, answer: -1 }
    const next = publish(findGroups([...planted.votes, ...late, single]), { publication: first, votersSince: 5 })
    expect(next.restsOn.s0).toBe((first.restsOn.s0 as number) + 5)
    expect(next.restsOn.s60).toBe(first.restsOn.s60)
    expect(next.shown.statements.s60).toEqual(first.shown.statements.s60)
    expect(next.shown.findings.united.filter(({ statement }) => statement === 's60')).toEqual(
      first.shown.findings.united.filter(({ statement }) => statement === 's60'),
    )
  })

  test('everybody sees where they stand themselves, on the map that all see; who has not voted stands nowhere', () => {
    for (const person of planted.people.slice(0, 20)) {
      const standing = standingOf(opinion, person)
      expect(standing?.group).toBe(opinion.groupOf[opinion.people.indexOf(person)])
      expect(Math.max(Math.abs(standing?.x ?? 9), Math.abs(standing?.y ?? 9))).toBeLessThanOrEqual(1)
    }
    expect(standingOf(opinion, 'nobody')).toBeNull()
  })
})
