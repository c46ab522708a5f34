import type { DeadlineRules } from '@shared/deadlines/schemas'
import { setRules } from '../rules'
import { DeadlineRulesModel, type DeadlineRulesVersion } from '../rules.model'

/** A city changes its rules a few times a year. */
const MOST = 500
const EVERY_MS = 2_000
let timer: NodeJS.Timeout | undefined

type Row = Pick<DeadlineRulesVersion, 'version' | 'state'> & DeadlineRules
const COLUMNS = { _id: 0, version: 1, state: 1, rules: 1, officeHours: 1, yellowShare: 1, escalateHours: 1 } as const
/** Drafts count for nothing, however many there are. */
const USED = { version: { $gt: 0 }, state: { $ne: 'draft' as const } }

// Asked every other second: the rules themselves are read, and put in place, only when they are others. Everything
// remembered by opening hours is forgotten with the object.
let seen = ''

/** Reads the rules into this process: those in force, and those by which deadlines began. */
export const refreshRules = async (): Promise<void> => {
  const heads = await DeadlineRulesModel.find(USED, { _id: 0, version: 1, state: 1 }).sort({ version: -1 }).limit(MOST).lean()
  const now = heads.map(({ version, state }) => `${version}${state}`).join()
  if (now === seen) return
  const rows = await DeadlineRulesModel.find(USED, COLUMNS).sort({ version: -1 }).limit(MOST).lean<Row[]>()
  setRules(new Map(rows.map((row) => [row.version, row])), rows.find(({ state }) => state === 'active')?.version ?? -1)
  seen = now
}

/** Follows what other processes put into force. */
export const startRules = async (): Promise<void> => {
  await refreshRules()
  timer = setInterval(() => refreshRules().catch(() => undefined), EVERY_MS)
}
export const stopRules = (): void => clearInterval(timer)
