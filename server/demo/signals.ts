import { dayNumberOf, instantAt } from '@server/modules/deadlines'
import type { Actor } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import type { Stage } from './cases'
import { fillNeighbours } from './neighbours'
import { codeOf } from './regions'
import { MARKET } from './signal-words'

const MORNING = 8 * 60
const STEP = 53
const HOUR = 3_600_000
const COMMUNITIES = 5

const submit = async (stage: Stage, by: Actor, index: number): Promise<void> => {
  const { call, point, now } = stage
  const { at, category, days, texts } = MARKET
  const day = dayNumberOf(now) - days + Math.ceil(((index + 1) * days) / texts.length)
  const then = new Date(Math.min(instantAt(day, MORNING + index * STEP).getTime(), now.getTime() - HOUR))
  const grid = codeOf(...at, 1 + (index % COMMUNITIES), 1)
  await clock.at(then, () =>
    call('cases.submit', by, {
      key: `demo-signal-${index}`,
      body: {
        kind: 'complaint',
        category,
        text: texts[index] ?? '',
        location: { type: 'Point', coordinates: point(grid, index) },
        opinionUse: true,
      },
    }),
  )
}

/** A street's neighbours bring the same trouble within a few days: so that something stands out. */
export const fillSignals = async (stage: Stage, drain: () => Promise<unknown>): Promise<void> => {
  const neighbours = await fillNeighbours(MARKET.texts.length)
  for (const [index, neighbour] of neighbours.entries()) await submit(stage, neighbour, index)
  await drain()
}
