/**
 * Understanding 读懂: what a message is about and how dangerous it reads, by words, and by a model that has learned from
 * messages that people have put in order.
 */
import { retrain } from './commands/retrain'
import { categorise } from './queries/read-message'
import { assess } from './risk/read-risk'

export { startUnderstanding, stopUnderstanding } from './active-model'
export { evaluate } from './classify/evaluate'
export { packModel, unpackModel } from './classify/model'
export { decidingWords, guess } from './classify/predict'
export { slimModel } from './classify/slim'
export { type Sample, trainModel } from './classify/train'
export { learnFromFile } from './commands/learn-from-file'
export { sortByWords } from './lexicon/sort-by-words'
export { readRisk, urgentHelp } from './risk/read-risk'
export { useTrainWorker } from './train-apart'
export { understandingHandlers } from './understanding.routes'

/** What cases asks of understanding. */
export const understandingPorts = { assess, categorise }
/** Looks every hour, learns once a week. */
export const understandingJobs = [{ name: 'retrain', every: '1 hour', run: retrain }]
export { deidentify, redact } from './deidentify'
