import { dayNumberOf, instantAt } from '@server/modules/deadlines'
import { latestWordings, type Wording, wordingsAfter } from '@server/modules/opinion'
import { clock } from '@server/platform/clock'
import { ObjectId } from '@server/platform/database'
import { CODE_LENGTHS } from '@shared/regions/schemas'
import { DAY_MS, type Message } from '../message'
import { type Position, readFrom } from '../position'
import { type OpenStream, openStream } from '../stream-apart'
import type { StreamReport, StreamTask } from '../stream-host'
import { GoneModel, readState, type StoredTie, TieModel, takeOver } from '../stream-state.model'
import { type KnownSignals, storeReport } from './store-report'
import { tellSignals } from './tell-signals'

/** What is read when a stream begins. */
const WINDOW = 20_000
const YEARS_MS = 3 * 365 * DAY_MS
const BATCH = 1000
const MOST_GONE = 10_000
/** Whoever fills in the past, as an import does, makes days look busy on which nothing came: then all is read anew, in order. */
const LATE_MS = 7 * DAY_MS
const MOST_LATE = 20

/** The stream of this process, and how far it has come. */
interface Following {
  stream: OpenStream
  holder: string
  /** The number of ties that it knows. */
  ties: number
  /** Up to which wording, by when it was taken up, and which that went. */
  placed: Position
  gone: Position
  /** The first date that it knows of. */
  since: Date
  settledAt: number | null
  known: KnownSignals
}
let following: Following | undefined

type GoesOn = () => boolean
const IDLE: StreamTask = { ties: [], gone: [], messages: [], settle: false, report: false }

const toMessage = ({ _id, personId, at, title = '', text, regionCode }: Wording): Message => ({
  id: _id,
  user: personId,
  at,
  title,
  text,
  support: 0,
  opposition: 0,
  region: regionCode.slice(0, CODE_LENGTHS.township),
})

const withoutGone = async (rows: Wording[]): Promise<Wording[]> => {
  const gone = await GoneModel.find({ _id: { $in: rows.map(({ _id }) => _id) } }, { _id: 1 }).lean<{ _id: string }[]>()
  const lost = new Set(gone.map(({ _id }) => _id))
  return rows.filter(({ _id }) => !lost.has(_id))
}

const tiesAfter = async (number: number): Promise<StoredTie[]> =>
  TieModel.find({ _id: { $gt: number } })
    .sort({ _id: 1 })
    .lean<StoredTie[]>()

/** How far the city's clocks are ahead of UTC today. */
const offsetMs = (): number => {
  const today = dayNumberOf(clock.now())
  return today * DAY_MS - instantAt(today, 0).getTime()
}

/** Reads wordings into a stream; answers how many ties it knows then. Undefined when it has to end early. */
const readInto = async (stream: OpenStream, rows: Wording[], goesOn: GoesOn): Promise<number | undefined> => {
  const said = await tiesAfter(0)
  await stream.ask({ ...IDLE, ties: said.map(({ tie }) => tie) })
  for (let start = 0; start < rows.length; start += BATCH) {
    if (!goesOn()) return undefined
    const batch = await withoutGone(rows.slice(start, start + BATCH))
    await stream.ask({ ...IDLE, messages: batch.map(toMessage) })
  }
  return said.at(-1)?._id ?? 0
}

/** Opens a stream and reads the latest wordings into it. Undefined when there are none, or when it has to end early. */
const begin = async (goesOn: GoesOn): Promise<Following | undefined> => {
  const now = new ObjectId()
  const rows = await latestWordings({ since: new Date(clock.ms() - YEARS_MS), limit: WINDOW })
  const [first] = rows
  if (!first) return undefined
  const holder = new ObjectId().toHexString()
  await takeOver(holder)
  const stream = openStream({ window: WINDOW, offsetMs: offsetMs() })
  let ties: number | undefined
  try {
    ties = await readInto(stream, rows, goesOn)
  } finally {
    // A thread that nobody holds would stay for ever.
    if (ties === undefined) await stream.close()
  }
  const here: Position = { after: now, lookedAt: now }
  return ties === undefined
    ? undefined
    : { stream, holder, ties, placed: here, gone: here, since: first.at, settledAt: null, known: new Map() }
}

/** Lets the stream know what was said and what has gone since it last heard. */
const hearOthers = async (one: Following): Promise<void> => {
  const lookedAt = new ObjectId()
  const said = await tiesAfter(one.ties)
  const gone = await GoneModel.find({ order: { $gt: readFrom(one.gone) } })
    .sort({ order: 1 })
    .limit(MOST_GONE)
    .lean<{ _id: string; order: ObjectId }[]>()
  if (said.length + gone.length > 0) await one.stream.ask({ ...IDLE, ties: said.map(({ tie }) => tie), gone: gone.map(({ _id }) => _id) })
  one.ties = said.at(-1)?._id ?? one.ties
  one.gone = { after: gone.at(-1)?.order ?? one.gone.after, lookedAt: gone.length < MOST_GONE ? lookedAt : one.gone.lookedAt }
}

/** Places the wordings that have come since; answers how many of them came long after they were written. */
const placeNew = async (one: Following): Promise<number> => {
  const lookedAt = new ObjectId()
  let after = readFrom(one.placed)
  let late = 0
  const seen = one.placed.after.toHexString()
  const isLate = ({ kept, at }: Wording): boolean => (kept?.toHexString() ?? '') > seen && clock.ms() - at.getTime() > LATE_MS
  for (;;) {
    const rows = await wordingsAfter({ after, limit: BATCH })
    after = rows.at(-1)?.kept ?? after
    late += rows.filter(isLate).length
    const messages = (await withoutGone(rows)).map(toMessage).sort((a, b) => a.at.getTime() - b.at.getTime())
    if (messages.length > 0) await one.stream.ask({ ...IDLE, messages })
    if (rows.length < BATCH) break
  }
  one.placed = { after: after.toHexString() > seen ? after : one.placed.after, lookedAt }
  return late
}

const reportOf = async (one: Following): Promise<StreamReport | null> => {
  const now = clock.ms()
  const settle = one.settledAt === null || now - one.settledAt >= DAY_MS
  if (settle) one.settledAt = now
  return one.stream.ask({ ...IDLE, settle, report: true })
}

/** Ends the stream of this process. */
export const stopFollowing = async (): Promise<void> => {
  const { stream } = following ?? {}
  following = undefined
  await stream?.close()
}

const follow = async (goesOn: GoesOn): Promise<number> => {
  if (following && (await readState())?.holder !== following.holder) await stopFollowing()
  following ??= await begin(goesOn)
  if (!following) return 0
  await hearOthers(following)
  if ((await placeNew(following)) >= MOST_LATE) {
    await stopFollowing()
    return follow(goesOn)
  }
  const report = await reportOf(following)
  return report ? storeReport({ report, ...following }) : 0
}

/**
 * Takes up what has come since the last time and keeps what stands out; in one process at a time, which holds the stream
 * in memory. Answers how many signals have changed. What goes wrong costs the stream, which is then read anew.
 */
export const followWordings = async (goesOn: GoesOn = () => true): Promise<number> => {
  try {
    const stored = await follow(goesOn)
    await tellSignals()
    return stored
  } catch (error) {
    await stopFollowing()
    throw error
  }
}
