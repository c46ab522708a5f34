import { randomBytes } from 'node:crypto'
import { type Case, findCases } from '@server/modules/cases'
import { onErase, personNames } from '@server/modules/identity'
import { deidentify } from '@server/modules/understanding'
import { ObjectId, toObjectId } from '@server/platform/database'
import type { DomainEvent, Listener } from '@server/platform/outbox'
import { termsOf } from '../terms'
import { type Wording, WordingModel } from '../wording.model'

/** Of disputes nothing is read but numbers; of the others what their authors allow. */
export const isOpinion = (doc: Case): boolean =>
  doc.opinionUse && doc.kind !== 'dispute' && doc.text.trim() !== '' && doc.status !== 'withdrawn'

const toWording = (doc: Case, names: Map<string, string>): Wording => {
  const known = doc.parties.flatMap((party) => names.get(party.personId) ?? [])
  const text = deidentify(doc.text, { names: known })
  return {
    _id: randomBytes(12).toString('hex'),
    caseId: doc._id,
    personId: doc.parties.find((party) => party.side === 'applicant')?.personId ?? doc.filedBy,
    kind: doc.kind,
    category: doc.category,
    regionCode: doc.regionCode,
    at: doc.createdAt,
    kept: new ObjectId(),
    title: deidentify(doc.title, { names: known }),
    text,
    terms: termsOf(text),
  }
}

type GoneListener = (wordingIds: string[]) => Promise<void>
const goneListeners = new Set<GoneListener>()

/** Hears of wordings that are taken back, before they go; may hear of the same twice. */
export const onWordingsGone = (listener: GoneListener): void => {
  goneListeners.add(listener)
}

const letGo = async (filter: { caseId: { $in: ObjectId[] } } | { personId: string }): Promise<void> => {
  const rows = await WordingModel.find(filter, { _id: 1 }).lean<Pick<Wording, '_id'>[]>()
  if (rows.length === 0) return
  for (const listener of goneListeners) await listener(rows.map(({ _id }) => _id))
  await WordingModel.deleteMany(filter)
}

const idsOf = (events: DomainEvent[]): string[] => [...new Set(events.map((event) => String(event.data.caseId)))]

/** Takes up words, or puts what they are about right; the words themselves stay as they were. */
const keep = async (docs: Case[]): Promise<void> => {
  if (docs.length === 0) return
  const names = await personNames(docs.flatMap((doc) => doc.parties.map((party) => party.personId)))
  await WordingModel.bulkWrite(
    docs.map((doc) => {
      const { kind, category, ...rest } = toWording(doc, names)
      const update = { $set: { kind, category }, $setOnInsert: rest }
      return { updateOne: { filter: { caseId: doc._id }, update, upsert: true } }
    }),
    { ordered: false },
  )
}

/** What was put into another kind or category is found there from then on; of what is a dispute nothing is read. */
const correct = async (events: DomainEvent[]): Promise<void> => {
  const docs = (await findCases(idsOf(events))).filter(({ opinionUse }) => opinionUse)
  await keep(docs.filter(isOpinion))
  await letGo({ caseId: { $in: docs.filter((doc) => !isOpinion(doc)).map(({ _id }) => _id) } })
}

const remove = async (events: DomainEvent[]): Promise<void> => {
  const caseIds = idsOf(events).flatMap((id) => toObjectId(id) ?? [])
  if (caseIds.length > 0) await letGo({ caseId: { $in: caseIds } })
}

/** Takes up the words of new cases, keeps up with what they are found to be, and lets go of those that are withdrawn. Hearing the same twice changes nothing. */
export const opinionListener: Listener = async (events) => {
  const submitted = events.filter((event) => event.type === 'case.submitted' && event.data.opinionUse)
  if (submitted.length > 0) await keep((await findCases(idsOf(submitted))).filter(isOpinion))
  const classified = events.filter((event) => event.type === 'case.classified')
  if (classified.length > 0) await correct(classified)
  await remove(events.filter((event) => event.type === 'case.moved' && event.data.move === 'withdraw'))
}

/** Whoever is erased takes the words along. */
export const forgetErased = (): void => onErase((personId) => letGo({ personId }))
