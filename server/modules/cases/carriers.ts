import type { Model } from 'mongoose'
import { CaseModel } from './case.model'
import { MessageModel } from './message.model'

/** The collections whose documents carry events of this module, for the relay. */
export const caseCarriers = [CaseModel, MessageModel] as unknown as Model<never>[]
