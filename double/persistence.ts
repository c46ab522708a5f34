import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { LedgerSnapshot } from './ledger'
import type { Person } from './person'

export type StoredState = LedgerSnapshot & { people: Person[] }
const WRITE_AFTER_MS = 300
const empty = (): StoredState => ({ people: [], acceptances: [], messages: [] })

/** What an earlier run left; nothing when there is no file, or when it is broken: the demo can be filled again. */
export const readState = (file: string | undefined): StoredState => {
  if (!file || !existsSync(file)) return empty()
  try {
    return { ...empty(), ...(JSON.parse(readFileSync(file, 'utf8')) as Partial<StoredState>) }
  } catch {
    return empty()
  }
}

/** Writes the state soon after it changed, whole or not at all. */
export const stateWriter = (file: string | undefined, snapshot: () => StoredState) => {
  let timer: NodeJS.Timeout | undefined
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    if (!file) return
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(`${file}.new`, JSON.stringify(snapshot()))
    renameSync(`${file}.new`, file)
  }
  return {
    changed: () => {
      if (file) timer ??= setTimeout(flush, WRITE_AFTER_MS).unref()
    },
    flush,
  }
}
