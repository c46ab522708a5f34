import { staffOf } from '@server/modules/identity'
import { tellEverybody } from '@server/modules/notifications'
import { clock } from '@server/platform/clock'
import { SIGNAL_KIND_NAMES, type SignalKind } from '@shared/insight/schemas'
import { isWithin } from '@shared/regions/schemas'
import { firstsOf } from '../figures'
import { MemberModel, type SignalMember } from '../member.model'
import { SignalModel, type StoredSignal } from '../signal.model'
import { titleOf } from '../title'

const MOST_AT_ONCE = 50
/** Where fewer of its people are, nobody is told. */
const FEWEST_IN_A_REGION = 5
const TOLD = ['cppccMember', 'cppccOffice'] as const

/** The smallest regions in which enough of a signal's people are; whoever is there for more than those hears of it as well. */
const regionsToTell = async ({ _id, places }: StoredSignal): Promise<string[]> => {
  const rows = await MemberModel.find({ signalId: _id }, { personId: 1, regionCode: 1, at: 1 })
    .sort({ at: 1, _id: 1 })
    .lean<SignalMember[]>()
  const firsts = firstsOf(rows)
  const large = places.filter((place) => firsts.filter(({ regionCode }) => isWithin(regionCode, place)).length >= FEWEST_IN_A_REGION)
  return large.filter((place) => !large.some((other) => other !== place && isWithin(other, place)))
}

const WHY: Record<SignalKind, string> = {
  emerging: '最近反映的人明显变多',
  trending: '几个月来反映的人越来越多',
  widespread: '好几个地方都有人反映',
}

const tellOne = async (signal: StoredSignal): Promise<void> => {
  const regions = await regionsToTell(signal)
  const asked = regions.flatMap((regionCode) => TOLD.map((role) => staffOf({ role, regionCode })))
  const personIds = [...new Set((await Promise.all(asked)).flat().map(({ personId }) => personId))]
  const id = signal._id.toHexString()
  await tellEverybody({
    id: `${id}:raised`,
    at: clock.now(),
    personIds,
    title: `发现新的${SIGNAL_KIND_NAMES[signal.kind]}`,
    text: `“${titleOf(signal)}”${WHY[signal.kind]}，请看看是怎么回事。`,
    page: `packages/member/pages/signal/index?id=${id}`,
    sort: 'work',
  })
  await SignalModel.updateOne({ _id: signal._id }, { $unset: { untold: 1 } })
}

/** Tells the members and offices of the regions about new signals, each once. Answers of how many. */
export const tellSignals = async (): Promise<number> => {
  const signals = await SignalModel.find({ untold: true, listed: true, muted: false }, { history: 0 })
    .limit(MOST_AT_ONCE)
    .lean<StoredSignal[]>()
  for (const signal of signals) await tellOne(signal)
  return signals.length
}
