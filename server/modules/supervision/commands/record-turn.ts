import { recordCaseEvent, type TimelineEntry } from '@server/modules/cases'
import { clock } from '@server/platform/clock'
import { inTransaction } from '@server/platform/database'
import { Conflict } from '@server/platform/errors'
import { newEvent } from '@server/platform/outbox'
import { MOST_TURNS, type Supervision, SupervisionModel } from '../supervision.model'
import type { SupervisionRow } from '../supervisions.presenter'

/** What follows upon a question: a reply, a question once more, or its end. */
export interface Turn {
  supervision: Supervision
  change: 'replied' | 'again' | 'done'
  /** Words that go with it, and whose they are. */
  words?: Supervision['words'][number]
  /** Where it must stand; of several who take the turn at once one does. */
  from: readonly Supervision['state'][]
  /** `again`: by when. */
  dueAt?: Date
  entry: Omit<TimelineEntry, 'at'>
  byPersonId: string | null
}

const STATES = { replied: 'replied', again: 'waiting', done: 'done' } as const

const updateFor = ({ change, words, dueAt }: Turn) => {
  const set = { state: STATES[change], open: change !== 'done', ...(dueAt ? { dueAt, escalateAt: dueAt } : {}) }
  const unset = dueAt ? { escalatedTo: '' } : { escalateAt: '', escalatedTo: '' }
  return { $set: set, $unset: unset, ...(words ? { $push: { words: { ...words, at: clock.now() } } } : {}) }
}

/** Takes a turn, with its entry in the timeline and its event, in one transaction. Throws Conflict. */
export const recordTurn = (turn: Turn): Promise<SupervisionRow> => {
  const { supervision, change, from, entry, byPersonId } = turn
  const { _id, caseId } = supervision
  const supervisionId = _id.toHexString()
  return inTransaction(async (session) => {
    const changed = await SupervisionModel.findOneAndUpdate(
      { _id, state: { $in: from }, ...(turn.words ? { [`words.${MOST_TURNS - 1}`]: { $exists: false } } : {}) },
      updateFor(turn),
      { returnDocument: 'after', session },
    ).lean<Supervision>()
    if (!changed) throw new Conflict('conflict', '这条督办刚刚有了变化，请刷新后再看')
    const doc = await recordCaseEvent({
      caseId,
      entry,
      ...(change === 'again' ? { addToSet: { supervisionsOpen: supervisionId } } : { pull: { supervisionsOpen: supervisionId } }),
      events: [newEvent('supervision.changed', { caseId, supervisionId, change, byPersonId })],
      session,
    })
    return { supervision: changed, doc }
  })
}
