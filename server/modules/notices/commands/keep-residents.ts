import { type CasePlace, findFields } from '@server/modules/cases'
import { type HomeChange, onErase, onHomeChange, openidsOf } from '@server/modules/identity'
import type { Session } from '@server/platform/database'
import type { Listener } from '@server/platform/outbox'
import { ResidentModel } from '../resident.model'

const HEARD = new Set(['case.submitted', 'case.classified', 'party.answered'])
/** Who brings a second matter of a kind from the same place is known: most new cases cost no write here. */
const MOST_KNOWN = 50_000
const known = new Set<string>()

interface Brought {
  personId: string
  regionCode: string
  kind: CasePlace['kind']
}
const keyOf = ({ personId, regionCode, kind }: Brought): string => `${personId} ${regionCode} ${kind}`

const broughtIn = ({ parties, regionCode, kind }: CasePlace): Brought[] =>
  parties.filter((party) => party.accepted && party.part === 'party').map(({ personId }) => ({ personId, regionCode, kind }))

const keepRows = async (rows: Brought[]): Promise<Brought[]> => {
  if (rows.length === 0) return []
  const openids = await openidsOf([...new Set(rows.map(({ personId }) => personId))])
  const kept = rows.filter(({ personId }) => openids.has(personId))
  if (kept.length === 0) return []
  await ResidentModel.bulkWrite(
    kept.map(({ personId, regionCode, kind }) => ({
      updateOne: { filter: { _id: personId }, update: { $addToSet: { brought: { regionCode, kind } } }, upsert: true },
    })),
  )
  return kept
}

/** Notes who has brought what where, of those who have an account. The same again changes nothing. */
export const keepBrought = async (docs: readonly CasePlace[]): Promise<void> => {
  await keepRows(docs.flatMap(broughtIn))
}

const keepNew = async (docs: readonly CasePlace[]): Promise<void> => {
  const kept = await keepRows(docs.flatMap(broughtIn).filter((row) => !known.has(keyOf(row))))
  if (known.size + kept.length > MOST_KNOWN) known.clear()
  for (const row of kept) known.add(keyOf(row))
}

/** Notes where people live. */
export const keepHomes = async (homes: readonly HomeChange[], session?: Session): Promise<void> => {
  if (homes.length === 0) return
  await ResidentModel.bulkWrite(
    homes.map(({ personId, regionCode }) => {
      const update = regionCode === null ? { $unset: { home: 1 as const } } : { $set: { home: regionCode } }
      return { updateOne: { filter: { _id: personId }, update, upsert: regionCode !== null } }
    }),
    { session },
  )
}

/** Hears who brings what, what it turns out to be, and who joins in. What it was taken for at first stays noted, too. */
export const residentListener: Listener = async (events) => {
  const ids = events.filter(({ type }) => HEARD.has(type)).map(({ data }) => String(data.caseId))
  if (ids.length > 0) await keepNew(await findFields([...new Set(ids)], ['kind', 'regionCode', 'parties']))
}

/** Keeps up with where people say that they live, and with who is erased. */
export const followPeople = (): void => {
  onHomeChange((change, session) => keepHomes([change], session))
  onErase(async (personId) => {
    for (const key of known) if (key.startsWith(`${personId} `)) known.delete(key)
    await ResidentModel.deleteOne({ _id: personId })
  })
}
