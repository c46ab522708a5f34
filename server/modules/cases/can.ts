import type { Actor } from '@server/platform/actor'
import { type MoveName, movesFor } from '@shared/cases/moves'
import type { Can, CardCan } from '@shared/cases/schemas'
import type { Relation } from '@shared/cases/words'
import type { CaseCard } from './card'
import type { Case } from './case.model'
import { keysOf, moversOf } from './cases.policy'
import { barTo } from './moves.policy'
import { ports } from './ports'
import { cardTalkAbilities, talkAbilities } from './talk.policy'

type Standing = { doc: CaseCard; actor: Actor; relations: Relation[] }

// A list asks for the same few combinations again and again.
const known = new Map<string, readonly MoveName[]>()

const movesOf = ({ doc, actor, relations }: Standing): readonly MoveName[] => {
  const movers = moversOf({ doc, actor, relations })
  if (movers.length === 0) return []
  const key = `${doc.kind} ${doc.status} ${movers.join()}`
  let moves = known.get(key)
  if (!moves) {
    moves = movesFor({ kind: doc.kind, status: doc.status, movers })
    known.set(key, moves)
  }
  return moves
}

/** What the actor may do from the card of a case in a list. */
export const cardCanOf = (options: Standing): CardCan[] => {
  const { doc, actor, relations } = options
  const can: CardCan[] = movesOf(options).filter((move) => barTo(doc, move) === undefined)
  can.push(...cardTalkAbilities({ doc, relations, keys: keysOf(actor) }))
  for (const ask of ports().cardAbilities) can.push(...ask(options))
  return can
}

/** Everything that the actor may do with a case now; screens draw their buttons from it, commands check it again. */
export const canOf = (options: Standing & { doc: Case }): Can[] => {
  const can: Can[] = cardCanOf(options)
  can.push(...talkAbilities(options))
  for (const ask of ports().abilities) can.push(...ask(options))
  return can
}
