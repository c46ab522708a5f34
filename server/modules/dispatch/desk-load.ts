/** Updates of a desk's load. Each keeps `room` in the same write, and counts `rev` up. */

/** The last stage of every pipeline that touches load or capacity. */
export const keepRoom = { $set: { room: { $subtract: ['$capacity', '$load'] } } }

/** A new case on a day, by its number. (Not a pipeline: it is part of every submission.) */
export const oneAssigned = (now: Date, day: number) => ({
  $inc: { load: 1, room: -1, rev: 1, [`days.${day}`]: 1 },
  $set: { changedAt: now, lastAssignedAt: now },
})
/** A case that comes back to its owner. */
export const oneMore = (now: Date) => ({ $inc: { load: 1, room: -1, rev: 1 }, $set: { changedAt: now, lastAssignedAt: now } })
/** One case less; for desks that have one. */
export const oneLess = (now: Date) => ({ $inc: { load: -1, room: 1, rev: 1 }, $set: { changedAt: now } })

/** What `oneAssigned` did, undone: fairness does not remember it either. */
export const oneUndone = (now: Date, day: number) => ({
  $inc: { load: -1, room: 1, rev: 1, [`days.${day}`]: -1 },
  $set: { changedAt: now },
})

/** The load as it was counted. */
export const setLoad = (options: { load: number; now: Date }) => [
  { $set: { load: options.load, rev: { $add: ['$rev', 1] }, changedAt: options.now } },
  keepRoom,
]

/** Other fields, the capacity among them. */
export const setDesk = (fields: Record<string, unknown>, now: Date) => [
  {
    $set: {
      ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { $literal: value }])),
      rev: { $add: ['$rev', 1] },
      changedAt: now,
    },
  },
  keepRoom,
]
