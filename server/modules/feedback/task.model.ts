import { model, type ObjectId } from '@server/platform/database'
import { Schema } from 'mongoose'

/** Somebody is dissatisfied and is to be called by the supervisor. What was said stays with the feedback. */
export interface Task {
  _id: ObjectId
  caseId: ObjectId
  personId: string
  /** The case's round that was rated. */
  round: number
  /** `withdrawn`: the person has changed the rating for the better. */
  state: 'open' | 'done' | 'withdrawn'
  regionCode: string
  mediatorName: string
  /** The parties and the handler: supervisors who are one of them do not see it. */
  hiddenFrom: string[]
  openedAt: Date
  doneAt: Date | null
  doneBy: string | null
  note: string | null
}

const schema = new Schema<Task>(
  {
    caseId: { type: Schema.Types.ObjectId, required: true },
    personId: { type: String, required: true },
    round: { type: Number, required: true },
    state: { type: String, required: true },
    regionCode: { type: String, required: true },
    mediatorName: { type: String, default: '' },
    hiddenFrom: [String],
    openedAt: { type: Date, required: true },
    doneAt: { type: Date, default: null },
    doneBy: { type: String, default: null },
    note: { type: String, default: null },
  },
  { versionKey: false, collection: 'feedbackTasks' },
)
schema.index({ caseId: 1, personId: 1, round: 1 }, { unique: true })
schema.index({ state: 1, openedAt: -1, _id: -1, regionCode: 1 })

export const TaskModel = model<Task>('FeedbackTask', schema)
