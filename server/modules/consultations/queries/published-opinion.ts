import type { ObjectId } from '@server/platform/database'
import type { Publication } from '../groups'
import { type Opinion, OpinionModel } from '../opinion.model'
import { MOST_OF_A_TOPIC, type Statement, StatementModel } from '../statement.model'

export interface Published {
  shown: Publication['shown'] | null
  computedAt: Date | null
  /** The statements that are shown, oldest first. */
  statements: Pick<Statement, '_id' | 'text'>[]
}

/** What everybody may know of the votes on a topic, and the statements that it is about. */
export const publishedOpinion = async (consultationId: ObjectId): Promise<Published> => {
  const [opinion, statements] = await Promise.all([
    OpinionModel.findById(consultationId, { publication: 1, computedAt: 1 }).lean<Opinion>(),
    StatementModel.find({ consultationId, state: 'shown' }, { text: 1 })
      .sort({ _id: 1 })
      .limit(MOST_OF_A_TOPIC)
      .lean<Pick<Statement, '_id' | 'text'>[]>(),
  ])
  return { shown: opinion?.publication?.shown ?? null, computedAt: opinion?.computedAt ?? null, statements }
}
