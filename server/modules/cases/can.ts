import type { Actor } from '@server/platform/actor'
import { type MoveName, movesFor } from '@shared/cases/moves'
import type { Can } from '@shared/cases/schemas'
import type { Relation } from '@shared/cases/words'
import type { Case } from './case.model'
import { keysOf, moversOf } from './cases.policy'
import { barTo } from './moves.policy'
import { ports } from './ports'
import { talkAbilities } from './talk.policy'

type Standing = { doc: Case; actor: Actor; relations: Relation[] }

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

/** Everything that the actor may do with a case now; screens draw their buttons from it, commands check it again. */
export const canOf = (options: Standing): Can[] => {
  const { doc, actor, relations } = options
  const can: Can[] = movesOf(options).filter((move) => barTo(doc, move) === undefined)
  for (const ability of talkAbilities({ doc, actor, relations, keys: keysOf(actor) })) can.push(ability)
  for (const ask of ports().abilities) for (const ability of ask(options)) can.push(ability)
  return can
}
