/**
 * Insight 苗头、趋势、普遍问题: what stands out among what people write. Messages are put into topics one after the other;
 * topics that stand out are raised as signals. One process at a time holds the stream in memory and keeps what it finds;
 * what staff do with signals is remembered as ties between messages, which every stream obeys.
 */
import { onWordingsGone } from '@server/modules/opinion'
import { stopFollowing } from './commands/follow-wordings'
import { forgetWordings } from './commands/forget-wordings'

export { followWordings } from './commands/follow-wordings'
export { insightHandlers } from './insight.routes'
export type { Message } from './message'
export { nameOf } from './names'
export { type SignalForBrief, signalForBrief } from './queries/signal-for-brief'
export { type Signal, signalsOf } from './signals'
export { Stream } from './stream'
export { useInsightWorker } from './stream-apart'

/** Hears of wordings that are taken back. */
export const configureInsight = (): void => onWordingsGone(forgetWordings)

export const stopInsight = (): Promise<void> => stopFollowing()
