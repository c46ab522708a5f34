/** Updates of a desk's load. Each keeps `full` in the same write, and counts `rev` up. */

const keepFull = { $set: { full: { $gte: ['$load', '$capacity'] } } }

/** One case more or less; never below none. */
export const shiftLoad = (options: { delta: 1 | -1; now: Date }) => {
  const { delta, now } = options
  return [
    {
      $set: {
        load: { $max: [0, { $add: ['$load', delta] }] },
        rev: { $add: ['$rev', 1] },
        changedAt: now,
        ...(delta > 0 ? { lastAssignedAt: now } : {}),
      },
    },
    keepFull,
  ]
}

/** The load as it was counted. */
export const setLoad = (options: { load: number; now: Date }) => [
  { $set: { load: options.load, rev: { $add: ['$rev', 1] }, changedAt: options.now } },
  keepFull,
]

/** Other fields, the capacity among them. */
export const setDesk = (fields: { categories?: string[]; capacity?: number; open?: boolean }) => [
  { $set: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { $literal: value }])) },
  keepFull,
]
