import { tellEverybody } from '@server/modules/notifications'
import type { ConsultationMove } from '@shared/consultations/moves'
import type { Consultation } from '../consultation.model'
import { findConsultation } from '../queries/load-consultation'
import { PEOPLE, type PeopleKind } from '../queries/who-took-part'
import { type Telling, TellingModel } from '../telling.model'
import { pageOf, toldOf } from '../texts'

const BATCH = 500
/** What is told while the event is heard; of a large topic the rest is told by the job. */
const BATCHES_AT_ONCE = 4
const BATCHES_IN_A_RUN = 100
const TELLINGS_IN_A_RUN = 20

/** Who hears of a step, besides who proposed it. */
const AUDIENCES: Record<ConsultationMove, readonly PeopleKind[]> = {
  choose: ['supporters'],
  decline: ['supporters'],
  openCall: ['supporters'],
  schedule: ['supporters', 'voters'],
  reschedule: ['supporters', 'signedUp'],
  conclude: ['supporters', 'signedUp', 'voters'],
  passOn: ['supporters', 'signedUp'],
  report: ['supporters', 'signedUp', 'voters'],
  judge: [],
}

/** Told of one step, each person hears of it once, however many kinds of people they belong to. */
const tell = async ({ _id, at, move, byPersonId }: Telling, doc: Consultation, personIds: string[]): Promise<void> => {
  const others = personIds.filter((personId) => personId !== byPersonId)
  if (others.length === 0) return
  await tellEverybody({ id: _id, at, personIds: others, page: pageOf(doc), sort: 'progress', ...toldOf[move](doc) })
}

/** The next batch; undefined when all have been told, or when somebody else goes on with it. */
const tellBatch = async (telling: Telling, doc: Consultation): Promise<Telling | undefined> => {
  const { _id, consultationId, source, after } = telling
  const kind = AUDIENCES[telling.move][source]
  if (!kind) {
    await TellingModel.deleteOne({ _id })
    return undefined
  }
  const people = await PEOPLE[kind]({ consultationId, after, limit: BATCH })
  await tell(telling, doc, people)
  const next = people.length < BATCH ? { source: source + 1, after: null } : { source, after: people.at(-1) ?? null }
  const { matchedCount } = await TellingModel.updateOne({ _id, source, after }, { $set: next })
  return matchedCount === 1 ? { ...telling, ...next } : undefined
}

const goOn = async (telling: Telling, batches: number): Promise<void> => {
  const doc = await findConsultation(telling.consultationId.toHexString())
  if (!doc) {
    await TellingModel.deleteOne({ _id: telling._id })
    return
  }
  if (telling.source === 0 && telling.after === null) await tell(telling, doc, doc.proposer.personId ? [doc.proposer.personId] : [])
  let next: Telling | undefined = telling
  for (let batch = 0; batch < batches && next; batch += 1) next = await tellBatch(next, doc)
}

/** Begins to tell the people of a topic of a step. Begun again, it goes on. */
export const startTelling = async (telling: Pick<Telling, '_id' | 'consultationId' | 'move' | 'at' | 'byPersonId'>): Promise<void> => {
  const { _id, ...fresh } = telling
  const started = await TellingModel.findOneAndUpdate(
    { _id },
    { $setOnInsert: { ...fresh, source: 0, after: null } },
    { upsert: true, returnDocument: 'after' },
  ).lean<Telling>()
  if (started) await goOn(started, BATCHES_AT_ONCE)
}

/** Goes on with what was left. Answers how many steps it told of. */
export const tellOn = async (): Promise<number> => {
  const waiting = await TellingModel.find().sort({ at: 1 }).limit(TELLINGS_IN_A_RUN).lean<Telling[]>()
  const failures: unknown[] = []
  // One that cannot be told must not hold up those behind it.
  for (const telling of waiting) await goOn(telling, BATCHES_IN_A_RUN).catch((error) => failures.push(error))
  if (failures.length > 0) throw failures[0]
  return waiting.length
}
