import { caseCollection, NEVER } from '../case.model'

/** How the open cases of a place stand. */
export interface Standing {
  /** The code of the place, cut to `placeLength`. */
  place: string
  open: number
  yellow: number
  red: number
}

const sumIf = (condition: object) => ({ $sum: { $cond: [condition, 1, 0] } })

/** How many cases within a region are open, near a deadline and past it, by place; read from the index alone. */
export const countStanding = async (options: { regionCode: string; placeLength: number; now: Date }): Promise<Standing[]> => {
  const { regionCode, placeLength, now } = options
  const isRed = { $lt: ['$dueAt', now] }
  const isYellow = { $and: [{ $gte: ['$dueAt', now] }, { $lt: ['$dueAt', NEVER] }, { $lte: [{ $ifNull: ['$warnAt', NEVER] }, now] }] }
  return caseCollection()
    .aggregate<Standing>(
      [
        { $match: { open: true, regionCode: { $gte: regionCode, $lt: `${regionCode}:` } } },
        {
          $group: {
            _id: { $substrBytes: ['$regionCode', 0, placeLength] },
            open: { $sum: 1 },
            yellow: sumIf(isYellow),
            red: sumIf(isRed),
          },
        },
        { $project: { _id: 0, place: '$_id', open: 1, yellow: 1, red: 1 } },
      ],
      { hint: 'standing' },
    )
    .toArray()
}
