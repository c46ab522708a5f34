import { openAll, phoneDigest } from '@server/modules/identity'
import type { Sealed } from '@server/platform/seal'
import { Ties } from '@shared/dispatch/schemas'
import mongoose from 'mongoose'
import { type Marks, marksOf } from './closeness'
import { type Declaration, DeclarationModel } from './declaration.model'
import { TieModel } from './tie.model'
import { createTieIndex } from './tie-index'

/** How old the knowledge of a process may be. */
const CHECK_EVERY_MS = 5000
/** Read again at every look: what is written becomes visible only when its transaction commits. Learning twice does no harm. */
const OVERLAP_MS = 10_000
const BATCH = 500

const index = createTieIndex()
let seen = { declarations: new Date(0), ties: new Date(0) }
let loaded = false
let checkedAt = Number.NEGATIVE_INFINITY
let loading: Promise<void> | undefined
let wanted = 0

const since = (latest: Date): { $gt: Date } => ({ $gt: new Date(latest.getTime() - OVERLAP_MS) })

/** One that was tampered with must not keep the others from being read, nor cases from being filed. */
const openSound = async (sealed: Sealed[]): Promise<Map<string, string>> => {
  try {
    return await openAll(sealed)
  } catch (error) {
    if (error instanceof mongoose.mongo.MongoError) throw error
    if (sealed.length <= 1) return new Map()
    const each = await Promise.all(sealed.map((one) => openSound([one])))
    return new Map(each.flatMap((opened) => [...opened]))
  }
}

/** What people have declared, by person; of those whose key was destroyed nothing is left. */
export const readDeclarations = async (rows: Declaration[]): Promise<Map<string, Ties>> => {
  const opened = await openSound(rows.flatMap(({ sealed }) => sealed ?? []))
  return new Map(
    rows.flatMap(({ _id, sealed }) => {
      const text = sealed && opened.get(sealed.keyId)
      return text ? [[_id, Ties.parse(JSON.parse(text))] as const] : []
    }),
  )
}

/** A declaration made comparable. */
export const comparable = (ties: Ties): Marks => marksOf(ties, phoneDigest)

const learn = async (rows: Declaration[]): Promise<void> => {
  const ties = await readDeclarations(rows)
  for (const { _id, changedAt } of rows) {
    const declared = ties.get(_id)
    index.declare(_id, declared && comparable(declared))
    seen.declarations = changedAt
  }
}

const loadDeclarations = async (): Promise<void> => {
  const cursor = DeclarationModel.find({ changedAt: since(seen.declarations) })
    .sort({ changedAt: 1 })
    .lean<Declaration[]>()
    .cursor()
  let rows: Declaration[] = []
  for await (const row of cursor) {
    rows.push(row as unknown as Declaration)
    if (rows.length < BATCH) continue
    await learn(rows)
    rows = []
  }
  await learn(rows)
}

const loadTies = async (): Promise<void> => {
  const cursor = TieModel.find({ at: since(seen.ties) }, { personId: 1, otherId: 1, at: 1 })
    .sort({ at: 1 })
    .lean()
    .cursor()
  for await (const { personId, otherId, at } of cursor) {
    index.tie(personId, otherId)
    seen = { ...seen, ties: at }
  }
}

const load = async (): Promise<void> => {
  // Changes during the load ask for another one.
  let before: number
  do {
    before = wanted
    await Promise.all([loadDeclarations(), loadTies()])
  } while (before !== wanted)
  loaded = true
  // Real time, not the movable clock: this is about how fresh a process is.
  checkedAt = performance.now()
}

/** Reads what is new; to be awaited after every change by this process. */
export const refreshTies = (): Promise<void> => {
  wanted += 1
  loading ??= load().finally(() => {
    loading = undefined
  })
  return loading
}

/** Who is close to whom, as this process knows it: at most 5 s and a check old. */
export const tieIndex = async (): Promise<typeof index> => {
  if (!loaded) await refreshTies()
  else if (performance.now() - checkedAt >= CHECK_EVERY_MS) {
    // Asked for in the background: submission does not wait for it.
    checkedAt = performance.now()
    refreshTies().catch(() => undefined)
  }
  return index
}
