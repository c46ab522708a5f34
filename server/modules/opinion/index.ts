/**
 * Opinion: what people bring, for the members of the political consultation: numbers without small ones, and wording
 * without people, as far as its authors allow.
 */
export { forgetErased, onWordingsGone, opinionListener } from './commands/keep-wordings'
export { presentWording } from './opinion.presenter'
export { opinionHandlers } from './opinion.routes'
export { type BriefCount, countForBrief } from './queries/count-for-brief'
export { latestWordings, readWordings, wordingsAfter, wordingsById } from './queries/stream-wordings'
export { type BriefWording, noteQuotesRead, wordingsForBrief } from './queries/wordings-for-brief'
export { weekOf } from './span'
export { suppressOne, suppressRow } from './suppress'
export type { Wording } from './wording.model'
