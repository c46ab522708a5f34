/**
 * Insight 苗头、趋势、普遍问题: what stands out among what people write. Messages are put into topics one after the other;
 * topics that stand out are raised as signals. Pure computation: who feeds the stream and keeps its signals stands elsewhere.
 */
export type { Message } from './message'
export { nameOf } from './names'
export { type Signal, signalsOf } from './signals'
export { Stream } from './stream'
