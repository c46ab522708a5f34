import { regionMiddle } from '@server/modules/regions'
import { clock } from '@server/platform/clock'
import type { Session } from '@server/platform/database'
import { type Desk, DeskModel } from '../desk.model'
import { createDeskBoard, type DeskBoard } from './desk-board'
import { today } from './today'

/** How old the knowledge of a process may be. */
const CHECK_EVERY_MS = 2000
/** When everything is read again, whatever went wrong in between. */
const WHOLE_EVERY_MS = 60_000
/** Read again at every look: what is written becomes visible only when its transaction commits. */
const OVERLAP_MS = 10_000

const board = createDeskBoard(regionMiddle)
/** Desks that are being read again since a transaction of this process changed them. */
const rereading = new Map<string, Promise<void>>()
let seen = 0
let checkedAt = Number.NEGATIVE_INFINITY
let wholeAt = Number.NEGATIVE_INFINITY
let loading: Promise<void> | undefined
let wanted = 0

const loadWhole = async (): Promise<void> => {
  const { day } = today()
  // All of them, by an index.
  const desks = await DeskModel.find({ personId: { $gt: '' } }).lean<Desk[]>()
  for (const desk of desks) board.take(desk, day)
  board.keepOnly(new Set(desks.map((desk) => desk.personId)))
  wholeAt = performance.now()
}

const loadChanged = async (): Promise<void> => {
  const { day } = today()
  const desks = await DeskModel.find({ changedAt: { $gt: new Date(seen - OVERLAP_MS) } }).lean<Desk[]>()
  for (const desk of desks) board.take(desk, day)
}

const load = async (): Promise<void> => {
  // Changes during the load ask for another one.
  let before: number
  do {
    before = wanted
    const now = clock.ms()
    // Whoever moves the clock back would otherwise see nothing that happens until it has caught up.
    const whole = performance.now() - wholeAt >= WHOLE_EVERY_MS || now < seen
    await (whole ? loadWhole() : loadChanged())
    seen = now
  } while (before !== wanted)
  // Real time, not the movable clock: this is about how fresh a process is.
  checkedAt = performance.now()
}

/** Reads what has changed; to be awaited after every change by this process that is not in a transaction. */
export const refreshDesks = (): Promise<void> => {
  wanted += 1
  loading ??= load().finally(() => {
    loading = undefined
  })
  return loading
}

/** Learns of a desk that this process has just written. */
export const learnDesk = (desk: Desk): void => board.take(desk, today().day)

const reread = async (personId: string): Promise<void> => {
  const desk = await DeskModel.findOne({ personId }).lean<Desk>()
  if (desk) board.take(desk, today().day, true)
}

/** Reads one desk again, now or when the transaction that changes it is over. */
export const rereadDesk = (personId: string, session?: Session): Promise<void> => {
  const read = (): Promise<void> => {
    const reading = reread(personId)
      .catch(() => undefined)
      .finally(() => {
        if (rereading.get(personId) === reading) rereading.delete(personId)
      })
    rereading.set(personId, reading)
    return reading
  }
  if (!session) return read()
  session.once('ended', () => void read())
  return Promise.resolve()
}

/** Waits for desks of these regions that are being read again: what this process has done itself it knows at once. */
const settle = async (codes: readonly string[]): Promise<void> => {
  if (rereading.size === 0) return
  const near = [...rereading].filter(([personId]) => board.get(personId)?.desk.regionCodes.some((code) => codes.includes(code)) ?? true)
  await Promise.all(near.map(([, reading]) => reading))
}

/**
 * All desks, as this process knows them: what other processes did at most 2 s and a look ago, what this one did at once
 * for the regions asked for. Costs no query.
 */
export const deskBoard = async (codes: readonly string[] = []): Promise<DeskBoard> => {
  if (wholeAt === Number.NEGATIVE_INFINITY) await refreshDesks()
  else if (performance.now() - checkedAt >= CHECK_EVERY_MS) {
    // Asked for in the background: submission does not wait for it.
    checkedAt = performance.now()
    refreshDesks().catch(() => undefined)
  }
  await settle(codes)
  return board
}
