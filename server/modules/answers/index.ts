/** 你说的，我们办了: what became of what people raised, for everybody to read. Drafts come by the events of earlier modules. */
import type { Model } from 'mongoose'
import { AnswerModel } from './answer.model'

export { answerHandlers } from './answers.routes'
export { answerListener } from './commands/hear-results'

/** The collection whose documents carry events of this module, for the relay. */
export const answerCarriers = [AnswerModel] as unknown as Model<never>[]
