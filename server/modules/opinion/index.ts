/**
 * Opinion: what people bring, for the members of the political consultation: numbers without small ones, and wording
 * without people, as far as its authors allow.
 */
export { forgetErased, opinionListener } from './commands/keep-wordings'
export { opinionHandlers } from './opinion.routes'
