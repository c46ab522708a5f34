/** Understanding 读懂: what a message is about, learned from messages that people have put in order. */
export { evaluate } from './classify/evaluate'
export { packModel, unpackModel } from './classify/model'
export { decidingWords, guess } from './classify/predict'
export { type Sample, trainModel } from './classify/train'
