import { Schema } from 'mongoose'
import { clock } from './clock'
import { model } from './database'

/** How often something happened within a window of time, in all processes together. */
interface Count {
  /** The key and the number of its window. */
  _id: string
  count: number
  endsAt: Date
}
const CountModel = model<Count>(
  'Count',
  new Schema<Count>({ _id: String, count: Number, endsAt: Date }, { versionKey: false }).index({ endsAt: 1 }, { expireAfterSeconds: 0 }),
)

const KEPT_MS = 60_000
const idOf = (key: string, window: number): string => `${key} ${window}`
const adding = (key: string, window: number, count: number, windowMs: number) => ({
  filter: { _id: idOf(key, window) },
  update: { $inc: { count }, $setOnInsert: { endsAt: new Date((window + 1) * windowMs + KEPT_MS) } },
  upsert: true,
})

interface Tally {
  window: number
  /** Counted here since the window began, and how much of it the others know. */
  here: number
  told: number
  /** Counted elsewhere, as it was when we last looked. */
  elsewhere: number
}

/**
 * Counts what happens often without a write for each. Every process counts for itself; what has grown beyond `from` is
 * told to the others and asked of them every now and then (`exchange`). So ordinary users cost nothing, and somebody who
 * asks too much is counted in all processes together, a moment late.
 */
export const createCounts = (options: { windowMs: number; from: (key: string) => number }) => {
  const { windowMs, from } = options
  let tallies = new Map<string, Tally>()
  const windowNow = (): number => Math.floor(clock.ms() / windowMs)

  return {
    /** Counts one more, and answers how many are known of. */
    add: (key: string): number => {
      const window = windowNow()
      let tally = tallies.get(key)
      if (tally?.window !== window) {
        tally = { window, here: 0, told: 0, elsewhere: 0 }
        tallies.set(key, tally)
      }
      tally.here += 1
      return tally.here + tally.elsewhere
    },
    /** Milliseconds until everybody begins anew. */
    msLeft: (): number => (windowNow() + 1) * windowMs - clock.ms(),
    /** Tells the others what was counted here, and learns what was counted there. */
    exchange: async (): Promise<void> => {
      const window = windowNow()
      tallies = new Map([...tallies].filter(([, tally]) => tally.window === window))
      const many = [...tallies].filter(([key, { here }]) => here >= from(key))
      if (many.length === 0) return
      const news = many.map(([key, tally]) => ({ key, tally, more: tally.here - tally.told })).filter(({ more }) => more > 0)
      if (news.length > 0) {
        await CountModel.bulkWrite(
          news.map(({ key, more }) => ({ updateOne: adding(key, window, more, windowMs) })),
          { ordered: false },
        )
        for (const { tally, more } of news) tally.told += more
      }
      const rows = await CountModel.find({ _id: { $in: many.map(([key]) => idOf(key, window)) } }).lean<Count[]>()
      const counts = new Map(rows.map(({ _id, count }) => [_id, count]))
      for (const [key, tally] of many) tally.elsewhere = Math.max(0, (counts.get(idOf(key, window)) ?? 0) - tally.told)
    },
  }
}
