import { type Actor, holds } from '@server/platform/actor'
import { clock } from '@server/platform/clock'
import type { Session } from '@server/platform/database'
import { Conflict, InvalidInput } from '@server/platform/errors'
import type { BriefState } from '@shared/briefs/words'
import { type Brief, MOST_SIGNERS, type Signature } from '../brief.model'
import { findBrief } from '../queries/load-brief'
import { PROBLEMS } from '../texts'
import { writeChange } from './write-change'

/** Briefs that go on for certain: none of these is sent back or withdrawn, with all that has come over. */
const TAKING: readonly BriefState[] = ['accepted', 'adopted', 'passedOn']

/** Another brief in the actor's office. Throws InvalidInput for what cannot take one in. */
export const findTarget = async (options: { actor: Actor; brief: Brief; intoId: string }): Promise<Brief> => {
  const { actor, brief, intoId } = options
  const target = await findBrief(intoId)
  const known = target && TAKING.includes(target.state) && holds(actor, 'cppccOffice', target.regionCode)
  if (!known || target._id.equals(brief._id)) throw InvalidInput.field('intoId', 'unknown_brief', PROBLEMS.intoState)
  return target
}

/** Whoever wrote or signed what is merged stands behind the other brief from then on. */
const signersOf = (source: Brief, target: Brief): Signature[] => {
  const at = clock.now()
  const known = new Set([target.author.personId, ...target.signatures.flatMap((one) => (one.state === 'signed' ? [one.personId] : []))])
  const coming = [source.author, ...source.signatures.filter(({ state }) => state === 'signed')]
  const added = coming
    .filter(({ personId }) => !known.has(personId))
    .map(({ personId, name, organisationId }): Signature => ({ personId, name, organisationId, state: 'signed', at, cameOver: true }))
  const kept = target.signatures.filter((one) => !added.some(({ personId }) => personId === one.personId))
  return [...kept, ...added].slice(0, MOST_SIGNERS)
}

/** The other half of a merger, in its transaction: the target takes over authors and residents. Throws Conflict when it was changed meanwhile. */
export const takeOver = async (options: { actor: Actor; source: Brief; intoId: string; session: Session }): Promise<void> => {
  const { actor, source, intoId, session } = options
  const target = await findBrief(intoId)
  if (!target || !TAKING.includes(target.state)) throw new Conflict()
  const merged = [source._id.toHexString(), ...source.mergedFrom]
  await writeChange({
    brief: target,
    change: {
      set: { signatures: signersOf(source, target), mergedFrom: [...target.mergedFrom, ...merged] },
      history: [{ by: actor.name, text: `《${source.title}》并入本篇，撰写人和联名人一并列入` }],
    },
    session,
  })
}
