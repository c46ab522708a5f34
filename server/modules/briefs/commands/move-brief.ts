import type { Actor } from '@server/platform/actor'
import { inTransaction } from '@server/platform/database'
import { Conflict, Forbidden, InvalidInput } from '@server/platform/errors'
import { newEvent } from '@server/platform/outbox'
import { briefAfter, briefMoves } from '@shared/briefs/moves'
import type { MoveBrief } from '@shared/briefs/schemas'
import type { Brief } from '../brief.model'
import { isMoveFrom, mayMove } from '../briefs.policy'
import { loadBrief } from '../queries/load-brief'
import { PROBLEMS } from '../texts'
import { takeOver } from './merge-briefs'
import { nextNumber, numberYear, prepareNumber } from './number-brief'
import { type Plan, planMove } from './plan-move'
import { type Change, writeChange } from './write-change'

interface Moving {
  actor: Actor
  brief: Brief
  input: MoveBrief
}

const refuse = ({ actor, brief, input }: Moving): void => {
  if (!mayMove(actor, brief, input.move)) throw new Forbidden(PROBLEMS.who)
  if (input.revision !== brief.revision) throw new Conflict()
  if (!isMoveFrom(input.move, brief.state)) throw new Conflict('move_not_allowed')
}

/** What listeners cannot see in the brief any more when another step has followed: which level, and whose it was. */
const tellingOf = ({ brief, input }: Moving): object => {
  const { move, level, departmentId } = input
  if (move === 'adopt') return { level }
  const before = brief.department?.id
  return move === 'passOn' ? { departmentId, ...(before !== undefined && before !== departmentId && { takenFrom: before }) } : {}
}

/** The step as one write: state, history and event. */
const changeOf = ({ actor, brief, input }: Moving, plan: Plan): Change => {
  const { move } = input
  const to = briefAfter(move, brief.state)
  const { set, unset, more = '', by = actor.name } = plan
  const data = { briefId: brief._id.toHexString(), move, to, ...tellingOf({ actor, brief, input }) }
  return {
    set: { ...set, state: to },
    ...(unset && { unset }),
    history: [{ by, text: `${briefMoves[move].sentence}${more}` }],
    events: [newEvent('brief.moved', data)],
  }
}

/** What is missing now may have been there when somebody was faster: then the revision is old, and that comes first. */
const plan = (moving: Moving): Promise<Plan> =>
  planMove(moving).catch(async (error: unknown) => {
    const { actor, brief } = moving
    if (!(error instanceof InvalidInput)) throw error
    const now = await loadBrief({ actor, briefId: brief._id.toHexString() })
    throw now.revision === brief.revision ? error : new Conflict()
  })

/**
 * Takes a brief one step on; nothing else writes its state. Refusals, in this order: NotFound, Forbidden, Conflict for an
 * old revision, Conflict for a wrong state, InvalidInput for what is missing. Of those who press at once, one wins.
 */
export const moveBrief = async (options: { actor: Actor; briefId: string; input: MoveBrief }): Promise<Brief> => {
  const { actor, briefId, input } = options
  const brief = await loadBrief({ actor, briefId })
  const moving = { actor, brief, input }
  refuse(moving)
  const change = changeOf(moving, await plan(moving))
  const place = { brief, year: numberYear() }
  if (input.move === 'accept') await prepareNumber(place)
  return inTransaction(async (session) => {
    const numbered = input.move === 'accept' ? await nextNumber(place, session) : {}
    if (input.move === 'merge') await takeOver({ actor, source: brief, intoId: input.intoId ?? '', session })
    return writeChange({ brief, change: { ...change, set: { ...change.set, ...numbered } }, session })
  })
}
