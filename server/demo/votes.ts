import type { Actor } from '@server/platform/actor'
import { LOOKED_AT_AFTER_HOURS, lookAtWords, OFFICE, person, type Telling } from './consultation-time'
import { STATEMENTS } from './consultation-words'

const ANSWERED = 0.75
const PASSES = 0.06
/** In the evening, so many hours after the meetings of others begin. */
const EVENING_HOURS = 4.5

/** An even spread of numbers between 0 and 1, the same at every start. */
const spread = (seed: number): number => {
  const value = Math.sin(seed * 127.1 + 311.7) * 43_758.5453
  return value - Math.floor(value)
}

/** Statements of different people, and what the two groups say to them. */
export const vote = async (telling: Telling): Promise<void> => {
  const { stage, neighbours, id, on, words } = telling
  const { call } = stage
  const opened = words.days.openCall ?? 0
  await on(opened - 1, async () => {
    for (const [index, { text }] of STATEMENTS.entries())
      await call('statements.add', neighbours[index * 3] as Actor, { params: { id }, body: { text } })
  })
  await on(opened - 1, () => lookAtWords(telling), LOOKED_AT_AFTER_HOURS)
  const { items } = await call('statements.list', person(telling, OFFICE), { params: { id }, query: { view: 'all', limit: 100 } })
  const likely = new Map(STATEMENTS.map(({ text, groups }) => [text, groups]))
  const sayAll = async (voter: Actor, index: number): Promise<void> => {
    for (const [at, { id: statementId, text }] of items.entries()) {
      const seed = index * 31 + at * 7
      const groups = likely.get(text)
      if (!groups || spread(seed) > ANSWERED) continue
      const agrees = spread(seed + 0.5) < (groups[index % 2] ?? 0)
      const answer = spread(seed + 0.25) < PASSES ? ('pass' as const) : agrees ? ('agree' as const) : ('disagree' as const)
      await call('statements.answer', voter, { params: { id, statementId }, body: { answer } })
    }
  }
  await on(2, () => Promise.all(neighbours.map(sayAll)), EVENING_HOURS)
}
