import type { Actor } from '@server/platform/actor'
import type { SignalCard } from '@shared/insight/schemas'
import { firstsOf } from '../figures'
import { presentCard } from '../insight.presenter'
import { MemberModel, type SignalMember } from '../member.model'
import { withinRegions } from './find-rows'
import { getSignal } from './get-signal'

/** What a brief takes up of a signal: numbers as they may be told, whose words it rests on, and which. */
export interface SignalForBrief extends SignalCard {
  /** These stay on the server. */
  personIds: string[]
  /** The latest of each person, the latest first. */
  wordingIds: string[]
}

const MOST_PEOPLE = 500

/** A signal that the actor may see, in the actor's regions. Throws NotFound. */
export const signalForBrief = async (options: { actor: Actor; signalId: string }): Promise<SignalForBrief> => {
  const detail = await getSignal(options)
  const { signal, rows, regions } = detail
  const latest = await MemberModel.find({ signalId: signal._id, ...withinRegions(regions) })
    .sort({ at: -1, _id: -1 })
    .limit(MOST_PEOPLE)
    .lean<SignalMember[]>()
  const byPerson = new Map(latest.toReversed().map((member) => [member.personId, member]))
  const newest = [...byPerson.values()].sort((one, other) => other.at.getTime() - one.at.getTime())
  return {
    ...presentCard(detail),
    personIds: firstsOf(rows).map(({ personId }) => personId),
    wordingIds: newest.map(({ _id }) => _id),
  }
}
