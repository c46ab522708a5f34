import { model, type ObjectId } from '@server/platform/database'
import type { FileRef } from '@server/platform/files'
import { type RequestMark, requestIndex, requestMarkFields } from '@server/platform/once'
import { type DomainEvent, outboxFields, outboxIndex } from '@server/platform/outbox'
import type { ConsultationState, ProposerRole } from '@shared/consultations/words'
import { Schema } from 'mongoose'

/** Whether others may see the words of a proposal. Members and the office answer for theirs. */
export type WordsState = 'checking' | 'passed' | 'refused'

export interface Meeting {
  at: Date
  minutes: number
  place: string
  places: number
}
export interface TaskAnswer {
  text: string
  done: boolean
  at: Date
  files: FileRef[]
  request?: RequestMark
}
/** What a department is asked to do. */
export interface Task {
  id: string
  organisationId: string
  organisation: string
  text: string
  dueAt: Date
  answer: TaskAnswer | null
  /** When its department is told of the date next; null when nothing more is told. */
  nextAt: Date | null
}
/** One line of the history. `by` is a role or an organisation, never the name of a resident. */
export interface HistoryEntry {
  at: Date
  type: string
  by: string
  text: string
}

/** A topic that is talked over, from its proposal to its judged result. Only `moveConsultation` writes `state`. */
export interface Consultation {
  _id: ObjectId
  /** Counts moves, minutes and answers. */
  revision: number
  state: ConsultationState
  words: WordsState
  title: string
  text: string
  regionCode: string
  category: string | null
  signalId: string | null
  /** The person is null once erased. */
  proposer: { role: ProposerRole; personId: string | null }
  /** How many rows `consultationSupporters` has for it. */
  supporters: number
  /** About how many people have voted, down to the next five; kept by what publishes the opinion. */
  voters: number
  lead: { personId: string } | null
  background: string | null
  backgroundFiles: FileRef[]
  meeting: Meeting | null
  minutes: { text: string; files: FileRef[]; at: Date } | null
  opinion: string | null
  tasks: Task[]
  summary: string | null
  /** Counts of 5 … 1, as everybody may know them; null until counted, or when too few have judged. */
  judgement: { until: Date; counts: number[] | null; people: number | null } | null
  history: HistoryEntry[]
  at: Date
  updatedAt: Date
  request?: RequestMark
  pending?: DomainEvent[]
  pendingAt?: Date
}

const Mixed = Schema.Types.Mixed
const nothing = { type: Mixed, default: null } as const
const schema = new Schema<Consultation>(
  {
    revision: { type: Number, required: true },
    state: { type: String, required: true },
    words: { type: String, required: true },
    title: { type: String, required: true },
    text: { type: String, required: true },
    regionCode: { type: String, required: true },
    category: { type: String, default: null },
    signalId: { type: String, default: null },
    proposer: { type: Mixed, required: true },
    supporters: { type: Number, required: true },
    voters: { type: Number, required: true },
    lead: nothing,
    background: { type: String, default: null },
    backgroundFiles: { type: [Mixed], default: [] } as never,
    meeting: nothing,
    minutes: nothing,
    opinion: { type: String, default: null },
    tasks: { type: [Mixed], default: [] } as never,
    summary: { type: String, default: null },
    judgement: nothing,
    history: { type: [Mixed], default: [] } as never,
    at: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
    ...requestMarkFields,
    ...outboxFields,
  },
  { versionKey: false, collection: 'consultations' },
)
// What everybody sees; in a region; what waits for the office, for who is in charge, and for a department; one's own.
schema.index({ words: 1, at: -1, _id: -1, regionCode: 1, state: 1 })
schema.index({ state: 1, regionCode: 1, at: -1, _id: -1 })
schema.index({ 'lead.personId': 1, at: -1, _id: -1 })
schema.index({ 'tasks.organisationId': 1, at: -1, _id: -1 })
schema.index({ 'proposer.personId': 1, at: -1, _id: -1 })
// Whose department is to be told of its date; whose judging is over.
schema.index({ 'tasks.nextAt': 1 }, { name: 'tasksDue', partialFilterExpression: { state: 'passedOn' } })
schema.index({ 'judgement.until': 1 }, { name: 'judging', partialFilterExpression: { state: 'reported' } })
schema.index(...requestIndex)
schema.index(...outboxIndex)

export const ConsultationModel = model<Consultation>('Consultation', schema)
