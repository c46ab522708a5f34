import { model, type ObjectId } from '@server/platform/database'
import type { CaseKind } from '@shared/cases/words'
import { Schema } from 'mongoose'

/** The words of a case, with people, numbers and addresses removed, whose author allows that they are read as opinion. */
export interface Wording {
  /** By chance, so that it tells neither the case nor the time. */
  _id: string
  caseId: ObjectId
  /** The author, so that erasing the person erases this. */
  personId: string
  kind: CaseKind
  category: string
  regionCode: string
  at: Date
  /** When it was taken up, by the machine's time: for those who follow what comes in. */
  kept?: ObjectId
  /** Without people, as the text. */
  title?: string
  text: string
  /** What the search goes by: see terms.ts. */
  terms: string[]
}

const schema = new Schema<Wording>(
  {
    _id: String,
    caseId: { type: Schema.Types.ObjectId, required: true },
    personId: { type: String, required: true },
    kind: { type: String, required: true },
    category: { type: String, required: true },
    regionCode: { type: String, required: true },
    at: { type: Date, required: true },
    kept: Schema.Types.ObjectId,
    title: String,
    text: { type: String, required: true },
    terms: [String],
  },
  { versionKey: false },
)
schema.index({ caseId: 1 }, { unique: true })
schema.index({ personId: 1 })
schema.index({ at: -1, _id: -1, regionCode: 1 })
schema.index({ kept: 1 })
schema.index({ terms: 1, at: -1, _id: -1 })

export const WordingModel = model<Wording>('Wording', schema)
