import { deidentify } from '@server/modules/understanding'
import type { Actor } from '@server/platform/actor'
import { Forbidden, InvalidInput } from '@server/platform/errors'
import type { ActOnSignal } from '@shared/insight/schemas'
import { firstsOf } from '../figures'
import { mayAct } from '../insight.policy'
import { MemberModel, type SignalMember } from '../member.model'
import { withinRegions } from '../queries/find-rows'
import { loadSignal } from '../queries/load-signal'
import type { StoredSignal } from '../signal.model'
import { changeSignal } from './change-signal'
import { mergeSignals } from './merge-signals'
import { splitSignal } from './split-signal'

interface Loaded {
  signal: StoredSignal
  /** Its members in the actor's regions. */
  rows: SignalMember[]
}
interface Asked extends Loaded {
  actor: Actor
  input: ActOnSignal
}

/** A signal that is the actor's to change. Throws NotFound for who may not see it, Forbidden when most of its people are elsewhere. */
const loadOwn = async (actor: Actor, signalId: string): Promise<Loaded> => {
  const { signal, regions } = await loadSignal({ actor, signalId })
  const rows = await MemberModel.find({ signalId: signal._id, ...withinRegions(regions) })
    .sort({ at: 1, _id: 1 })
    .lean<SignalMember[]>()
  if (!mayAct({ here: firstsOf(rows).length, all: signal.people })) throw new Forbidden('这件事大多在别的地方，由那里的人处理')
  return { signal, rows }
}

const needed = <T>(value: T | undefined, path: keyof ActOnSignal, message: string): T => {
  if (value === undefined) throw InvalidInput.field(path, 'required', message)
  return value
}

const acts: Record<ActOnSignal['action'], (asked: Asked) => Promise<void>> = {
  rename: ({ actor, signal, input }) => {
    // Staff write it, but everybody in the region reads it.
    const givenName = deidentify(needed(input.name, 'name', '请写一个名字').trim())
    return changeSignal({ actor, signal, revision: input.revision, set: { givenName }, text: `改名为“${givenName}”` })
  },
  mute: ({ actor, signal, input }) => {
    const reason = deidentify(needed(input.reason, 'reason', '请写明原因').trim())
    return changeSignal({ actor, signal, revision: input.revision, set: { muted: true }, text: `不再提示：${reason}` })
  },
  unmute: ({ actor, signal, input }) => changeSignal({ actor, signal, revision: input.revision, set: { muted: false }, text: '恢复提示' }),
  merge: async ({ actor, signal, input }) => {
    const { signal: other } = await loadOwn(actor, needed(input.otherId, 'otherId', '请选择要并入的一条'))
    return mergeSignals({ actor, signal, other, revision: input.revision })
  },
  split: ({ actor, signal, rows, input }) => {
    const wordingIds = needed(input.wordingIds, 'wordingIds', '请选择要拆出的内容')
    return splitSignal({ actor, signal, rows, wordingIds, revision: input.revision })
  },
}

/** Renames, mutes, merges or splits a signal; what is done is remembered. Throws NotFound, Forbidden, InvalidInput, Conflict. */
export const actOnSignal = async (options: { actor: Actor; signalId: string; input: ActOnSignal }): Promise<void> => {
  const { actor, signalId, input } = options
  const loaded = await loadOwn(actor, signalId)
  await acts[input.action]({ ...loaded, actor, input })
}
